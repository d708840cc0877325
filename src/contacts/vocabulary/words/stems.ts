/**
 * The English stems, one a line: `words | classes | ways`.
 *
 * `call/s/ed/ing` stands for call, calls, called, calling; `phon~e/ing` for phone and phoning, without `phon`.
 * `opt_out` are two words in a row; `optout` and `opt-out` are then known, too. Words in the class
 * `BYITSELF` refuse, too, where nothing else stands in a cell.
 * Misspellings (two letters changed over, one doubled; in longer words one left out or another vowel) are made by themselves.
 */
export const ENGLISH = `
call/s/ed/ing/er/ers callback/s callin cal cll clls fone caling callable recall | CONTACT CALLING NOUN | calls
cold_call/s/ed/ing/er/ers coldcall/s/ers robocall/s | CONTACT CALLING NOUN | calls
ring/s/ing/er rang rung ringin rign rng | CONTACT CALLING | calls
phon~e/ed/es/ing/eable phonecall/s phone_call/s fone phonning fones | CONTACT CALLING NOUN THING | calls
telephon~e/ed/es/ing/ic tel tele tels | CONTACT CALLING NOUN THING | calls
ph | THING PHONEWORD | calls
dial/s/led/ling/ed/ing/able diallable | CONTACT CALLING | calls
telemarket/ing/er/ers tele_marketing telesales telecanvass/ing | CONTACT CALLING NOUN | calls
voice voicemail/s voice_mail/s vm vms | CHANNEL NOUN | calls
phonebank/s/ing/ed phone_bank/s phone_banking | CONTACT CALLING LIST | calls
dialler/s dialer/s autodialler autodialer | LIST | calls
call_list/s call_sheet/s calling_list/s phone_list | LIST CONTACT CALLING | calls
mobile/s mob landline/s handset cell cellphone | THING NUMBERWORD | calls texts
number/s num phone_number phone_no tel_no tel_number mobile_no mobile_number | NUMBERWORD | calls texts
contact/s/ed/ing/able contct cntact contac | CONTACT ANYCONTACT NOUN | all
text/s/ed/ing txt/s/ed/ing sms smses msg msgs text_message/s | CONTACT NOUN CHANNEL | texts
message/s/d messaging | CONTACT NOUN | texts
whatsapp/s/ed/ing whats_app | CONTACT NOUN CHANNEL | texts social
email/s/ed/ing/er e_mail/s/ed/ing emial | CONTACT NOUN CHANNEL | email
newsletter/s enewsletter/s | NOUN CHANNEL | email
mail/s/ed/ing mailing/s mailshot/s mail_shot/s mailer/s | CONTACT NOUN CHANNEL | post
post/ed/ing postal | CONTACT NOUN CHANNEL | post
letter/s correspondence | NOUN CHANNEL | post
write/s writing wrote written | CONTACT CHANNEL | post
leaflet/s leafleted | LEAFLET | post
fax/es/ed facsimile | CONTACT NOUN CHANNEL | fax
facebook messenger twitter instagram dm dms social_media | CHANNEL NOUN | social
disturb/ed/ing bother/ed/ing approach/ed/es/ing pester/ed/ing hassle/d hassling harass/ed/ing | CONTACT ANYCONTACT | all
engage solicit/ed/ing/ation fundraise fundraising telephoned | CONTACT ANYCONTACT | all
use/d using | USE | all
market/ed marketed | CONTACT ANYCONTACT MARKETING | all
marketing mktg mkting marketting mrktg | NOUN ANYCONTACT MARKETING MATTER | all
comms communication/s communicate communicated communicating comunication | NOUN ANYCONTACT CONTACT | all
revisit/ed return go_back come_back going_back coming_back follow_up followup follow_ups chase pursue | RETURN | all
canvass/ed/ing/er/ers canvas/ed/ing | CANVASS | all
visit/s/ed/ing knock/ed/ing doorstep door doors face_to_face in_person doorstepping | DOOR | 
hear heard hearing | HEAR | all

not nto nt | NOT |
no nope nah noo n0 | NO |
n | NO LETTERNO |
zero nil 0 nothing | ZERO |
never nver nevr nvr neva ever_again on_no_account under_no_circumstances under_no_circs no_circumstances by_no_means at_no_time | NEVER |
nobody no_one noone none_of_us | NOBODY |
without lacks lacking | WITHOUT |
dont do_not donot don_t do_nt do_nto don_not do_n0t don7 dnt do_n_t dotn donnot donr dnot dno_t do_nott do_ont don_nt do_no_t d0nt d0_not d0_n0t do_n0t plsdont dnot dno d_not | NEG DONT |
do_no do_nor | DONT DONO |
must_not mustnt mustn_t shall_not shant should_not shouldnt shouldn_t may_not ought_not neednt need_not maynt shldnt shudnt | NEG DONT |
cannot can_not cant can_t could_not couldnt couldn_t | NEG CANT |
wont will_not won_t would_not wouldnt wouldn_t wldnt wudnt | NEG WONT |
doesnt does_not doesn_t dosnt doesnot does_nt dosent does_n_t doenst doesent dsnt | NEG DOESNT |
didnt did_not didn_t didnot did_nt dident | NEG DIDNT |
isnt is_not isn_t arent are_not aren_t wasnt was_not aint im_not | NEG ISNT |
hasnt has_not hasn_t havent have_not haven_t hadnt had_not | NEG HASNT |
neither nor | NEITHER |
no_longer no_more not_longer nolonger | NOLONGER |

stop/s/ped/ping stp plsstop stopp | STOP BYITSELF | all
cease/s/d ceasing halt/ed desist/ed refrain/ed discontinue/d discontinued | STOP HARDSTOP BYITSELF | all
stopall stop_all stopcalls | STOPALL BYITSELF | all
end/ed quit/s revoke/s cancel/s/led/ling | KEYWORD | all
refus~e/es/ed/ing/al/er rfused | REFUSE BYITSELF | all
declin~e/es/ed/ing | REFUSE BYITSELF | all
object/s/ed/ing/or/ors objct objcts objction | OBJECT BYITSELF | all
objection/s | OBJECT OBJECTION BYITSELF | all
oppos~es/ed | OBJECT | all
withdraw/s/n/al/ing withdrew wdrawn wdrew w_d | WITHDRAW BYITSELF | all
revoked revok~ing/ation rescind/ed | WITHDRAW BYITSELF | all
denied denies deny | REFUSE BYITSELF | all
opt_out/s opted_out opts_out opting_out optout/s optedout opted_ouit optd_out opt_ouit opted_put optedouts optsout | OPTOUT BYITSELF | all
unsubscrib~e/ed/es/ing/er unsub/s/bed unsubs unsubd un_subscribe un_subscribed unsubsribed unsubcribed unsubscription | OPTOUT UNSUB BYITSELF | all
opt_me_out opt_her_out opt_him_out opt_them_out count_me_out optio_allan | OPTOUT BYITSELF | all
dnc dncl dncc dnd dnm dnt_list dns_list ddnc | CODE BYITSELF | all
dncall | CODE BYITSELF | calls
dnr | CODEWEAK | all
block/s/ing blck | BLOCK | all
blocked blokd | BLOCK BLOCKED | all
blocklist/s/ed/ing block_list/s block_listed blacklist/s/ed/ing black_list/s black_listed blackballed | BLOCKLIST BYITSELF | all
banned barred | BLOCK BANNED BYITSELF | all
bar ban | BAR | all
barring | BAR | all
prohibited forbidden unwelcome unwanted disallowed | PROHIBITED | all
suppress/ed/es/ing/ion/ions supress/ed/ion supression | SUPPRESS BYITSELF | all
exclu~de/ded/des/ding/sion/sions exlude exluded | EXCLUDE BYITSELF | all
quarantine/d | RESTRICT BYITSELF | all
restrict/ed/ion/ions/ing | RESTRICT | all

remov~e/ed/es/ing/al/als rmv rmve remve rmoved | REMOVE BYITSELF | all
delet~e/ed/es/ing/ion deletd | REMOVE BYITSELF | all
eras~e/ed/es/ing/ure erassure | REMOVE BYITSELF | all
purge/d expunge/d | REMOVE BYITSELF | all
scrub/bed strike struck striking cross/ed/ing drop/ped pull/ed scratch | STRIKE | all
take/s taken taking takes tkae tak get/s getting come/s coming came go going keep kept leave leaving left put stay be | TAKE |
off | OFF |
rem rmvd | REMOVE | all
forget forgotten forgot rtbf right_to_be_forgotten | FORGET | all
alone in_peace be | ALONE |
leave leaving left let | LEAVE |
lonydd llonydd | ALONE |
avoid/s/ed/ing | AVOID BYITSELF | all
lose | LOSE |

list/s lists database db records record system systems sheet sheets register registers bank campaigns files file rota lst dbase crm | LIST |
details detail data info information | DETAILS |
mailinglist mailing_list mailing_lists | LIST CHANNEL | post email

tps ctps tpsd corporate_tps telephone_preference telephone_preference_service phone_preference_service tps_listed tpslisted | LISTING BYITSELF | calls
preference_service | LISTING BYITSELF | calls
mps mailing_preference_service mail_preference_service | MPS | post
fps fundraising_preference_service fundraising_preference | LISTING BYITSELF | all
ex_directory exdirectory ex_dir exdir | EXDIR | 

complain/s/ed/ing/t/ts complainant | COMPLAIN | all
ico information_commissioner ofcom solicitor solicitors police | AUTHORITY |
threaten/ed/s/ing report/ed/s/ing sue sued suing | THREAT |
harass harassment harassing | HARASS | all
nuisance | NUISANCE | calls

consent/s/ed/ing permission/s caniatad ganiatad chaniatad perm consnt | CONSENT | all
ok okay okey oke k | OK |
can may could shall should will would might | MODAL |
happy willing prepared pleased glad content comfortable keen keeping interested open up receptive amenable | HAPPY |
fine good great welcome welcomes | FINE |
allow/s/ed/ing permit/s/ted permitted authorised authorized approved eligible cleared safe | ALLOW |
accept/s/ed/ing receive/s/d take/s | ACCEPT |
agree/s/d/ing agreed | AGREE |
want/s/ed/ing wish/es/ed/ing wnat wnats wants wanst wanna | WANT |
need/s/ed/ing require/s/d requires | NEED |
like/s/d appreciate/d/s welcome/s | LIKE |
prefer/s/red preference rather | PREFER |
contactable reachable callable phoneable dialable | ABLE CONTACT | all
uncontactable uncallable unreachable | UNABLE | all
subscrib~e/ed/es/er subscription/s resubscribed | SUBSCRIBE | 
opt_in opted_in opts_in optin optedin opting_in optsin optio_i_mewn | OPTIN |
ask/s/ed/ing request/s/ed/ing requst/ed requsted reqd req reqeusted insist/s/ed demand/s/ed beg/ged asks instruct/ed/s | ASK |
told tell tells said say/s saying warned reminded advised informed confirmed states stated shouted promised requests | SAY |
agreed promised | PROMISE |

hate/s/d hating dislike/s/d detest/s loathe/s cant_stand resent/s | HATE |
unhappy annoyed angry cross furious irritated frightened mad raging fuming afraid scared worried confused stressed anxious fed_up sick sick_of tired_of had_enough enough_of displeased livid distressed | UPSET |
upset upsets upsetting distress distresses annoy annoys confuse confuses frighten frightens scare scares worries stress stresses irritate irritates | UPSET DISTURBING |
enough | ENOUGH |
rude abusive hostile aggressive | RUDE |

dcsd dcd | DECEASED | all
dead ded deadd | DEAD | all
deceas~ed/e/es decd dec_d decsd decesed diseased_died deceasd deceesed | DECEASED | all
died dies die dided passed_away past_away pased_away passed_awy passed_on passd_away passedaway passed_awya pased_awya passaway passed_peacefully passed_awat pssed_away | DIED | all
passed pased passd | PASSED | all
death deaths mortality mortascreen mortality_screen tbr bereavement_register | DEATHNOUN | all
rip r_i_p rest_in_peace restinpeace | RIP | all
bereavement bereaved | BEREAVED | all
dod date_of_death death_date deathdate | DOD | all
obituary obit funeral cremated cremation buried memoriam in_memoriam | FUNERAL | all
probate executor/s exors exor executrix | PROBATE | all
estate | ESTATE | all
late | LATE | all
killed suicide | KILLED | all
alive living | ALIVE | all
expired terminally_ill | EXPIRED | all
aged | AGED |

wrong incorrect wrng wrnog different | WRONG | calls texts
person num no nos number/s tel telephone phone one guy man woman | WRONGTHING |
wn | WRONGCODE | calls texts
reassigned disconnected recycled | GONENUMBER | calls texts
`;

/** Words that say nothing by themselves and help to read the others: `words | classes`. */
export const HELPERS = `
please pls plz plse plez pleas kindly thanks thank_you thankyou thx ta ty cheers asap | POLITE TRIM FILL
me him her them us mum dad mother father wife husband son daughter she he they i we you it this that these those one ones everyone somebody anyone household family himself herself themselves myself | PERSON FILL
again ever anymore any_more further at_all all now currently immediately permanently forever whatsoever more | FILL AGAIN
mr mrs ms miss dr sir lady dame rev cllr prof | TITLE
to | TO FILL
be been being get getting | BE FILL
from of by via on in at with about re for per through over off | PREP FILL
any a an the our your my his their its such some mo another | DET FILL
under circumstances circs circumstance means point time times account reason way ways | FILL
us we our | US
you dare even bother think | DARE
and or nor plus an amp | AND FILL
is are was were has have had s | IS
only solely exclusively onli unig yn_unig | ONLY
instead rather_than instead_of | INSTEAD
except but apart_from excluding other_than | EXCEPT
anything everything anyway any_way all | ANY
yes y ok fine true allowed yep yeah | YES
false n none nay negative | FALSEWORD
true yes y 1 | TRUEWORD
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter | MONTH TRIM
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays | DAY
am pm noon midnight morning mornings evening evenings afternoon afternoons night nights lunch lunchtime dinner tea teatime mealtime mealtimes dark week weeks weekend weekends month months year years day days hour hours tomorrow today easter christmas xmas ramadan holidays holiday school term bedtime exams election o_clock oclock late early work_hours hrs | WHEN
before after until till between during past | CONDITION
have has having own owns got | HAVE
get gets getting read reads check checks see sees | HABIT
know knows think thinks thought mind minds hesitate forget worry believe see understand remember realise | MINDING
answer answers answered answering reply replies replied response respond pick picks picked vm lvm | ANSWERS
in home available around there there out sure free well back away ready moved at_home | ABSENT
vote votes voted voting voter voters support supporter decided labour tory tories green politics political_party member brexit council councillor party candidate leader poll polls | POLITICS
live lives lived drive drives eat eats own smoke work works worked working attend join stand renewed paid | LIVING
problem problems issue issues concern concerns worries rush hurry doubt idea change luck comment need time point one body difference reason harm objections | NOPROBLEM
bell doorbell bells buzzer intercom road main mains pull fence box finger | BELL
war brexit boats oil hs2 cuts bypass building development houses housing climate smoking drinking talking racism lane sign light watch press cock gap press working traffic cruelty hunting plastic sewage fly pollution arms tax ulez fracking incinerator crossing tipping litter dumping | STOPTHING
planning application development incinerator parking bypass charges mast houses housing bins proposals plans school closure closures dog tree trees hedge noise potholes street drain drains road scheme ltz ltn ulez fracking solar wind turbine turbines | ISSUE
poster posters board boards stakeboard leaflets leaflet tree hedge shoes bins bin pothole graffiti bumps speed rubbish address duplicate duplicates email_address sofa van firm round furniture skip | HOUSETHING
husband wife mother father mum dad mam partner brother sister son daughter parent parents uncle aunt friend neighbour grandmother grandfather nan gran grandad spouse child baby cousin mummy colleague boyfriend girlfriend fiance flatmate relative | RELATION
dog cat pet battery phone car engine boiler hedge tree plant plants fish rabbit hamster laptop computer horse budgie mobile call conversation | PET
his her their my our | OWNER
end ends heat keen nice good centre center right easy against set quiet tired chuffed serious ringer slow sure certain straight sea calm batter beat wood weight lift lock pan tree of on trees stock pool letter interesting funny busy chuffed pleased great worried helpful proud posh | DEADLY
adjacent block flats flat tower paving drain drains road house cellular | BLOCKTHING
more further future unsolicited unwanted cold sales marketing fundraising political campaign campaigning canvassing canvass automated recorded auto robo nuisance direct personal such any additional other telephone tel phone voice mobile landline home work evening day unexpected random charity party bulk junk survey marketing of calling follow_up tele email general mass whatsoever electoral election doorstep outbound inbound repeat postal physical paper e mkt mwy mwy_o text sms cymraeg | MOD
centre center card cards lens lenses details detail number name sport form made yet since yesterday so_far logged left code office box man men woman woman worker book mistress master bank graduate grad natal person mortem relay shop mast kiosk tone last vote votes bill case holder scam charger contract signal manager | NOUNAFTER
someone somebody somebody_else someone_else someone_elses somebody_elses else elses nobody no_one | ELSE
longer | LONGER
name names | NAMES
listed registered reg regd reg_d match matched matches registered_with | REGISTERED TRIM
clear clean cleared checked check screened passed ok status safe | CLEARED
gone went gone_to | GONE
heaven god maker better_place | HEAVEN
cancer covid illness stroke sepsis dementia leukaemia pneumonia | DISEASE
sod bugger piss naff jog clear buzz sling do_one f | ABUSE
speak talk chat converse engage discuss interact deal | TALK
wish desire interest intention intent wanting | DESIRE
lost loses | LOST
battle fight | BATTLE
cert certificate seen notified reported notification informed received notice confirmed | NOTICE
immediately at_once straightaway request requested received own member per via admin update list flag y yes x reason date by logged recorded see note notes complaint vol only recvd recd rec_d req rcvd | AFTERWARDS TRIM
`;

/** Words that one rule asks for: `words | classes`. */
export const RULE_WORDS = `
phonebank/s phonebanking phone_bank telephone phone calling call canvass calling_list phone_list mailing text email campaign dialler dialer outbound inbound dialling dialing campaigns | LISTWORD
absolutely no_way no_chance definitely | ABSOLUTELY
hard absolute firm definite flat total | HARD
in_memoriam memoriam obituary obit | FUNERALWORD
his hers her their theirs mine my ours correct | OWNERS
mind mindful minded | MINDING
bill bob liz dave sue susan ann anne bert jim jimmy kate kathy jo joe mike dick betty beth lizzie will billy william elizabeth margaret meg peggy ron ronnie mrs mr miss ms doctor doc sir love dear darling names by | NAMEWORD
on in during over at between | TIMEPREP
problem problems issue issues objection concern worries rush hurry need doubt trouble idea change luck comment reason harm difficulty | PROBLEMWORD
yes y given held ok true 1 obtained received granted | YESWORD
meeting candidate poll booth | PLACES
hard laughing happy for to down | DIEHARD
exam exams test tests level levels course message messages leaflet leaflets note caseworker branch details friend by driving over along a_levels info information degree school grade neighbour office to word probation muster interview medical selection security | PASSTHING
duties duty metal row penalty tax bed trap star valley threats threat | DEATHTHING
van curl tide roaring wheel off up | RIPTHING
charge charges mast hs2 bypass incinerator development plans plan proposals expansion airport runway closure pylons pylon houses housing flats extension app appn application planning cctv scheme council trees felling lights lighting street fly potholes noise parking tipping rubbish traffic neighbour neighbours road works landlord bus service bins charges charge licence licensing cuts bill | OBJECTTHING
say answer state age poster posters planning collection lorry truck bins bin tea invitation offer donate donation date which who permit parking question voting leaflet membership board boards sweet drink name survey waste voucher refund visa claim asylum | REFUSETHING
poster posters board stakeboard extension planning photo garden park build | CONSENTTHING
sick work thursdays fridays mondays tuesdays wednesdays thursday friday monday tuesday licence road street main high peak duty course school holiday the_road a6 a38 season spin colour | OFFTHING
shoes coat hat leaflets boundary fridays mondays parcel parcels pm weight time wall lid top | OFFOBJECT
of flat flats paving drain drains tower road house pavement gutter nose toilet party driveway drive chip lift capital | BLOCKTHING
driving roads pub pubs school shop football ground | DRIVETHING
construction worker workers employers campaign union builders | WORKER
course pension candidacy cash nomination child school money application motion offer team race bid labour | WITHDRAWTHING
parking mobility speeding access diet view vision growth movement sight | RESTRICTTHING
school dog politics motorway rush_hour sugar gluten nuts traffic dairy | AVOIDTHING
leaflet leaflets in with parcel parcels message a_message voter supporter campaign eu europe campaigner remain vote voters of card key keys note | LEAVETHING
after before at in evenings mornings weekends afternoons sundays child one mondays tuesdays wednesdays thursdays fridays saturdays evening weekend | WHENWORD
houses housing cuts wars war room posters homes flats parking development cars dogs potholes tax taxes cameras austerity | MORETHING
poster posters leaflet hs2 houses incinerator board more_houses bypass job lift tories labour brexit war stand | WANTTHING
stand say discuss canvass vote talk join deliver help attend travel drive donate pay commit campaign volunteer renew comment argue debate decide | WANTVERB
park leave bend feed let post_after drop smoke enter block_drive | PARKWORD
front back side door gate drive bell | DOORTHING
agent agents office car driver sale | AGENTWORD
night nights riser shift vote fee payment morning evening | LATETHING
surgery office s office | POSSESSIVE
address house road ward postcode door side spelling way way_round time day street name surname tree end foot | WRONGPLACE
ltd limited plc llp inc | COMPANY
mornings evenings weekends sundays fridays mondays ten six nine eight noon lunch | TIMEWORD
`;
