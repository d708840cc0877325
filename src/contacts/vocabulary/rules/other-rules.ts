/** Deaths, register listings, complaints and wrong numbers; in the form of `refusal-rules.ts`. */
export const DEATHS = `
DECEASED | death | deceased 2023 / dec'd
^ dec|decs ..1 $ | death | dec
DIED | death | died in May / passed away in Jan
DEAD $ | death | dead / he is dead
DEAD by|per|see|NUM|MONTH|since|NOTICE | death | dead 2022
PERSON ..2 DEAD | death | she is dead
DEAD now | death | dead now
now|is|found|sadly|already|since DEAD | death | now dead
has|sadly|have|had|s|just|recently ..1 PASSED ..1 $ | death | has passed / sadly passed
has|sadly|s ..1 PASSED MONTH|NUM|last|in|peacefully|this|on | death | has sadly passed in May
^ PASSED NUM|MONTH|in|last|peacefully|recently | death | Passed 2022
PERSON PASSED MONTH|NUM|last|in|peacefully|this|$ | death | she passed last month
RELATION SAY ..3 PASSED|DIED|DEAD|DECEASED | death | daughter says mum passed away / neighbour says he is dead
RELATION informed ..2 PERSON ..2 PASSED|DIED|DEAD | death | son informed us she passed
past_away | death | past away
RIP | death | RIP / R.I.P. 2021
DOD | death | date of death 3/2/21
^ DEATHNOUN $ | death | death
DEATHNOUN ..2 NOTICE | death | death notified
NOTICE ..3 DEATHNOUN | death | notified of death
mortascreen|tbr|bereavement_register | death | mortascreen match
BEREAVED NOTICE | death | bereavement notification
^ in_memoriam|FUNERALWORD $ | death | in memoriam
^ FUNERAL MONTH|NUM|was|held|last|in|on|yesterday|notice|on ..2 | death | funeral was in May
obituary|obit | death | obituary in paper
^ buried|cremated | death | buried last week
in PROBATE | death | in probate
^ PROBATE granted|pending|office|$ | death | probate granted
with|to executors | death | with executors
LOST to DISEASE | death | lost to cancer
^ PROBATE $ | death | probate
^ executor|executors ..2 | death | executors dealing
contact|CONTACT PROBATE | death | contact executors only
c_o|exors|executors of|executors|exors | death | exors of J Example
^ exors|exor | death | Exors of
DET? ESTATE of | death | estate of
^ the LATE UNKNOWN|NAMEWORD | death | the late Ann Example
^ the? LATE TITLE | death | late Mrs Example / the late Mr Example
LATE of this|the parish | death | late of this parish
NOLONGER ALIVE | death | no longer alive
NOLONGER ALIVE | death | no longer living
not|ISNT ..1 ALIVE | death | not alive / not living any more
NOLONGER with | death | no longer with us
GONE to? ..3 HEAVEN | death | gone to God / gone to a better place
LOST ..1 OWNER BATTLE | death | lost her battle
^ lost BATTLE with | death | lost battle with cancer
killed in ..3 | death | killed in accident
suicide $ | death | suicide
ISNT|is NOLONGER $ | death | is no more
ALIVE : no|NO|LETTERNO|FALSEWORD|0 | death | alive: no
DECEASED|DEAD : yes|y|true|1 | death | deceased: yes
has|have since DIED | death | terminally ill, has since died
DIED|passed_away AGED NUM | death | died aged 93
went to FUNERAL | death | went to funeral
DEATHSIGN | death | ☠ / ✝ / 🪦
DAGGER NUM? | death | † 2021
^ d . NUM | death | D: 2020
^ departed $ | death | departed
MARW | death | marw
y DIWEDDAR | death | y diweddar
MARW | death | wedi mynd (marw)
wedi_ein_gadael | death | wedi ein gadael
wedi_ein_gadael|wedin_gadael | death | wedi ein gadael
`;

export const LISTINGS = `
LISTING | listing | on TPS / tps-listed / TPS: Y
MPS REGISTERED|flag | listing | MPS registered
on ..1 MPS | listing | on MPS
mailing_preference_service | listing | mailing preference service
preference_service | listing | preference service
on ..3 CODE list | listing | on DNC list
`;

export const COMPLAINTS = `
COMPLAIN ..5 CONTACT|AUTHORITY|MARKETING | complaint | complained about calls / has complained to ICO
CONTACT ..1 COMPLAIN | complaint | nuisance call complaint
made|makes|make ..2 COMPLAIN ..4 CONTACT | complaint | made complaint re contact
COMPLAIN when|if|each ..2 CONTACT | complaint | complains when rung
formal COMPLAIN | complaint:all | made a formal complaint
made ..2 COMPLAIN $ | complaint:all | made a complaint
COMPLAIN upheld|lodged|received|logged | complaint:all | complaint upheld
^ COMPLAIN ..1 $ | complaint:all | complained
AUTHORITY COMPLAIN|case|complaint | complaint:all | ICO complaint
THREAT ..4 AUTHORITY | complaint:all | will report us to ICO / reported us to the ICO
THREAT ..2 legal ..1 action | complaint:all | threatened legal action
THREAT|report us | complaint:all | said she would report us
THREAT ..3 sue|report | complaint:all | threatened to sue / threatened to report us
AUTHORITY SAY no | complaint:all | solicitor says no
THREAT ..3 if ..3 CONTACT | complaint | threatened solicitor if contacted again
HARASS COMPLAIN|$ | complaint:all | harassment
we|us ..2 HARASS ..1 PERSON | complaint:all | said we are harassing her
NUISANCE CONTACT|caller|callers|call | complaint | nuisance call
as ..1 NUISANCE | complaint:all | reported as nuisance
`;

export const WRONG_NUMBERS = `
WRONG WRONGTHING | wrong-number | wrong number / wrong no. / wrong person
NUMBERWORD|THING WRONG|GONENUMBER | wrong-number | number wrong / number disconnected
^ WRONGCODE $ | wrong-number | WN
not ..2 right ..1 NUMBERWORD | wrong-number | not the right number
not|ISNT|NOLONGER ..1 OWNERS NUMBERWORD|THING|CALLING | wrong-number | isn't her number / no longer his phone
ELSE THING | wrong-number | someone else's phone
WRONG person | wrong-number | different person answers
NUMBERWORD IS changed hands|owner | wrong-number | number has changed hands
NUMBERWORD belongs to a | wrong-number | number belongs to a business
not OWNERS NUMBERWORD | wrong-number | not his number
NUMBERWORD not ..1 OWNERS | wrong-number | number not theirs
NUMBERWORD NOLONGER ..2 | wrong-number | number no longer in use / number no longer hers
NUMBERWORD|belongs ..2 belongs|to ..1 ELSE | wrong-number | number belongs to someone else
belongs to ELSE ..1 | wrong-number | belongs to somebody else now
ELSE NUMBERWORD | wrong-number | someone else's number
not_known at ..1 NUMBERWORD | wrong-number | not known at this number
no_one|nobody ..2 of|by that name|NAMES | wrong-number | nobody of that name
NUMBERWORD|line|THING DEAD | wrong-number | number dead / line dead
DEAD NUMBERWORD|line | wrong-number | dead number
NUMBERWORD anghywir | wrong-number | rhif anghywir
new ..1 owner ..1 NUMBERWORD | wrong-number | new owner of number
`;
