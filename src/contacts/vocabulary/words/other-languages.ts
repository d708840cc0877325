/** Stems of Welsh, and the first ones of German, French and Spanish; in the form of `stems.ts`, without accents. */
export const WELSH = `
ffonio ffoniwch ffonia ffoniodd ffonior ffonion galwr cysylltur ffon ffonau galwad galwadau alwad alwadau ngalw ffonio | CONTACT CALLING NOUN | calls
galw alw | CONTACT CALLING | calls
cysylltu cyswllt gyswllt chysylltu gysylltu cysylltiad cysylltwch | CONTACT ANYCONTACT NOUN | all
tecstio tecst thecstio negeseuon neges negeseuon_testun testun | CONTACT NOUN CHANNEL | texts
ebost e_bost ebostio e_bostio ebyst e_byst | CONTACT NOUN CHANNEL | email
llythyr llythyrau lythyrau phostio bostio | CONTACT NOUN CHANNEL | post
marchnata farchnata | NOUN ANYCONTACT MARKETING | all
peidiwch peidio beidio paid peidier peidiwch_a peidio_a beidio_a paid_a peidiwch_ag peidio_ag peidiwch_ai | NEG DONT PEIDIO |
dim ddim heb | NO DIM |
byth | NEVER |
nid nid_yw nad_yw dyw_hi dydy | NEG DOESNT |
eisiau isho moyn am_gael dymuno hoffi yn_hoffi derbyn | WANT |
am | AM |
cael ei eu fy mwyach pellach eto rhagor yn i ni gwelwch dda os yr y o ar | FILL |
stopio stopiwch rhoir_gorau rhowch_gorau | STOP BYITSELF | all
gwrthod wrthod gwrthododd | REFUSE BYITSELF | all
gwrthwynebu gwrthwynebiad gwrthwynebodd | OBJECT BYITSELF | all
optio_allan optio_mas | OPTOUT BYITSELF | all
tynnu tynnwch dileu dilewch ddileu thynnu dynnu | TYNNU | all
rhestr restr manylion cronfa | LIST |
oddi_ar or allan | ODDI |
gadewch gadwch gadael gadewch_i | LEAVE |
marw farw ymadawedig | MARW | all
wedi bu mae | WEDI |
diweddar | DIWEDDAR | all
anghywir | WRONG | calls texts
rhif | NUMBERWORD | calls texts
hapus iawn | HAPPY OK |
ateb gwrthwynebiad problem adref siwr gartref gwybod pleidleisio | NOPROBLEM |
gofyn gofynnodd ofyn | ASK |
mewn | IN |
yn_ol ol | BACK |
`;

export const CONTINENTAL = `
nicht | NICHT |
kein keine keinen | KEIN |
anrufen anruf anrufe telefonieren | CONTACT CALLING NOUN FOREIGN | calls
kontaktieren kontakt | CONTACT ANYCONTACT NOUN FOREIGN | all
werbung | CONTACT NOUN FOREIGN MARKETING | all
verstorben gestorben tot_ist ist_tot | DECEASED | all
mehr bitte | FILL MOD POLITE |
ne pas plus svp | NEPAS FILL |
ne_pas ne_plus | NEG DONT |
pas_de pas_d plus_de plus_d sin | NO |
appeler appels appel dappel dappels telephoner rappeler | CONTACT CALLING NOUN FOREIGN | calls
contacter deranger | CONTACT ANYCONTACT FOREIGN | all
decede decedee decedes est_mort est_morte | DECEASED | all
llamar llamadas llamada llame llamen | CONTACT CALLING NOUN FOREIGN | calls
contactar contactado contacto molestar | CONTACT ANYCONTACT NOUN FOREIGN | all
quiere desea | WANT |
mas | MOD FILL |
fallecido fallecida fallecio murio ha_muerto difunto | DECEASED | all
gelöscht geloscht gesperrt | REMOVE BYITSELF | all
`;
