/**
 * What sounds like a refusal or a death and is none: `rule | why | example / example`. A finding that lies within
 * such words is none; one that reaches beyond them stays.
 */
export const HARMLESS = `
not|NEG|no|NO|NEVER ..3 CONTACT|CALLING CONDITION CONDITION? ..2 NUM|WHEN|DAY|MONTH|TIMEWORD | time | do not call after 9pm / no calls before noon / never call before 11
not|NEG|no|NO|NEVER ..2 CONTACT|CALLING too|early|late|today|tonight|tomorrow | time | please don't ring too early
not|NEG|no|NO|NEVER ..2 CONTACT|CALLING this|next WHEN|DAY | time | don't call this week
not|NEG|no|NO|NEVER ..2 CONTACT|CALLING TIMEPREP ..1 DAY|WHEN|MONTH | time | don't ring on Sundays / no calls on Fridays
not|NEG|no|NO|NEVER ..2 CONTACT|CALLING DAY|WHEN|mornings|evenings $ | time | no calls Sunday
not|NEG|no|NO|NEVER ..2 CONTACT|CALLING during | time | don't phone during school run
not|NEG ..3 ring|rings|ringing ..3 BELL | object | do not ring doorbell / don't ring the bell
NEG ..1 call|calls|called PERSON NAMEWORD | name | don't call him William
NEVER|not call|called PERSON? NAMEWORD | name | never call her Elizabeth / not called Susan
PREFER|LIKE|WANT to be called NAMEWORD | name | prefers to be called Liz
no|NO|not|never OBJECT|OBJECTION | negated | no objection to being contacted / no objections
no|NO|not|never OBJECT|OBJECTION ..5 CONTACT | negated | no objection to being contacted
DIDNT|DOESNT|HASNT|NEVER|not|ISNT|DONT ..1 OBJECT|OBJECTION | negated | doesn't object to calls / did not object
DIDNT|DOESNT|HASNT|NEVER|not|ISNT|DONT ..1 OBJECT|OBJECTION ..5 CONTACT | negated | doesn't object to calls
DIDNT|DOESNT|HASNT|NEVER|not|ISNT ..2 OPTOUT|UNSUB | negated | has not opted out / never opted out of calls / did not opt out
DIDNT|DOESNT|HASNT|NEVER|not|ISNT ..2 OPTOUT|UNSUB ..3 CONTACT | negated | never opted out of calls
DIDNT|DOESNT|HASNT|NEVER|not|ISNT ..1 COMPLAIN|REFUSE|WITHDRAW|REMOVE|BLOCK|SUPPRESS|EXCLUDE|DECEASED|DEAD|DIED|PASSED|LISTING|CODE|BANNED|BLOCKLIST|RESTRICT ..1 $ | negated | not blocked / never complained / not deceased / not TPS
LISTING not REGISTERED | negated | TPS not registered
not|ISNT|no_longer ..3 LISTING REGISTERED? | negated | not on TPS / not TPS registered
LISTING : no|NO|LETTERNO|FALSEWORD|0 | negated | TPS: N
LISTING no|n|NO|clear|clean|cleared|CLEARED ..2 CLEARED? | negated | TPS N / TPS clear / TPS checked clear
LISTING check|checked|screened | negated | TPS check done / TPS checked 3/3/26
LISTING ..1 : CLEARED | negated | TPS checked - ok
work|works|worked|working for|at ..1 LISTING|CODE|AUTHORITY | work | works for the TPS / works at DNC Ltd
LISTING|CODE COMPANY | work | DNC Ltd
still|is|and ALIVE | alive | still alive
DONT|NEG MINDING | negated | doesn't mind calls / don't hesitate to call / do not forget to ring
DONT|NEG MINDING ..4 CONTACT | negated | doesn't mind calls / don't hesitate to call / do not forget to ring
no PROBLEMWORD|NOPROBLEM ..4 CONTACT | negated | no problem with calls / no need for a reminder call
CONSENT ..1 : YESWORD | permission | consent: yes
RELATION IS|sadly|recently|just|also|suddenly? DIED|PASSED|DEAD|DECEASED|RIP|KILLED|suicide | other | mother died last year / husband passed away / wife died
OWNER|late|her|his LATE RELATION | other | her late husband
^ LATE RELATION | other | late husband was a councillor
RELATION PASSED MONTH|in|last|NUM | other | wife passed in May
PET ..2 DIED|DEAD|PASSED | other | dog died / battery died / phone dead
DEAD|DIED PET|battery|tree | other | dead battery / dead tree in garden
DEAD DEADLY | saying | dead keen / dead end
DIED DIEHARD | saying | die hard Labour / died laughing
will DIED DIEHARD | saying | will die hard Labour
died down|off|out|out | saying | talk died down
PASSED ..2 PASSTHING | saying | passed her exams / passed to caseworker / passed A levels
passed_on ..1 PASSTHING | saying | passed on our details
DEATHNOUN DEATHTHING | saying | death duties / death metal
rip off|RIPTHING|van | saying | rip off
died in the wool | saying | died in the wool
NEG WANT to do ..2 CONTACT | own | doesn't want to do calling
NEG WANT to CALLING|canvass | own | doesn't want to phone bank
ripped up | saying | ripped up leaflet
STOP ..1 STOPTHING | other | stop the war / stop HS2 / stopped smoking
STOP by|at|and|for|in|outside|off|over|near|press|ping|next|working|sign|talking|being | other | stop by Tuesday / stop and chat
bus|tram|full|short|pit|non|next|train|coach|last|pit|non_stop|the|by|near|at ..1 STOP | other | bus stop / at the tram stop
never|NEVER|wont|WONT STOP | other | won't stop talking
OBJECT|OBJECTION|COMPLAIN ..3 ISSUE|OBJECTTHING | issue | objects to new housing / complained about bins
ISSUE|OBJECTTHING ..1 OBJECT|OBJECTION|COMPLAIN | issue | planning objection submitted
REFUSE ..1 REFUSETHING | issue | refused to say / declined a poster / refuse collection / refused planning permission
ISSUE|REFUSETHING ..1 REFUSE | issue | planning refused / waste and refuse issue
REFUSE ISSUE CONSENT | issue | refused planning permission
REFUSE to give ..1 CONTACT|CHANNEL|NUMBERWORD | issue | declined to give email
REFUSE to give|state|say|SAY|answer|tell | issue | refused to say who he votes for
CANT be bothered | saying | can't be bothered to vote
TAKE OFF price LIST | saying | take off price list
TAKE OFF NUM | saying | take off 2pm
no NOUN|THING|CONTACT|CHANNEL on|held|in file|record|list|system|house|register | object | no phone on file / no email on record
CONSENT|no ..2 form|order|needed | issue | no consent form needed
ISSUE|building ..1 CONSENT | issue | planning permission
REMOVE ..2 HOUSETHING|ISSUE | issue | remove hedge / removed poster
HOUSETHING|ISSUE ..1 REMOVE | issue | poster removed / wants bins removing
REMOVE from UNKNOWN to | issue | removed from Leeds to York
WANT ..1 HOUSETHING|ISSUE|OBJECTTHING ..1 REMOVE | issue | wants trees removed
REMOVE from delivery ..1 LIST | issue | remove from delivery list
REMOVE from DAY LIST | issue | remove from Thursday rota
REMOVE old NUMBERWORD|phone|number|mobile | issue | removed old phone number
REMOVE van|firm|firms|company|vans | issue | removals firm
no ..1 NOUN|THING|CONTACT|CHANNEL ..1 NOUNAFTER | object | no contact details / no post code
CONTACT|CALLING NOUNAFTER | object | call centre worker / contact card
no mobile|landline|number|mob|internet|handset|cell | have | no mobile
no voicemail | have | no voicemail left
HASNT|DIDNT ..1 CONTACT yet|back|NUM | count | hasn't called back
NOT|no CONTACT back|yet|so_far | count | no call back yet
OFF OFFTHING | saying | off sick
TAKE ..2 OFF OFFOBJECT | saying | take off shoes
BLOCK BLOCKTHING|of | thing | block of flats / blocked drain
BLOCKTHING|chip|tower|flat ..2 BLOCK | thing | road blocked
BANNED from DRIVETHING | thing | banned from driving
BANNED|ban on | thing | ban on wood burners
BLOCKLIST BLOCKTHING|construction|WORKER|of | thing | blacklisted construction worker
WITHDRAW ..2 WITHDRAWTHING | thing | withdrew from course / withdrew candidacy
RESTRICT RESTRICTTHING | thing | restricted parking
EXCLUDE from school|pub | thing | excluded from school
PROHIBITED parking|zone | thing | prohibited parking zone
AVOID AVOIDTHING | thing | avoid school run
LEAVE|leave LEAVETHING | thing | leave leaflet / leave voter
ONLY ..1 WHENWORD | thing | only after 6
phone|THING|CALLING or CHANNEL ONLY | way | phone or text only
NOLONGER|more MORETHING | more | no more houses
NEVER again POLITICS | saying | never again Labour
DOESNT|NEG ..1 WANT ..3 WANTTHING | want | doesn't want a poster
DOESNT|NEG|DIDNT ..1 WANT to WANTVERB | want | doesn't want to stand for council
NEG ..1 PARKWORD | other | do not park on drive
NEG USE ..2 DOORTHING | other | do not use front door
NEG ..1 disturb cat|dog|baby|neighbours | other | do not disturb cat
ESTATE AGENTWORD | thing | estate agent
housing|council|car|the ESTATE | thing | housing estate
FUNERAL director|home|parlour|care | other | funeral director
BEREAVED services|counsellor|counselling|team | other | bereavement services
gdpr ..1 consent|form|ok|trained | other | GDPR consent held
AUTHORITY worker|officer|employee | other | ICO worker
HARASS by | other | harassment by landlord
lost ..1 BATTLE over|against | saying | lost battle over bypass
late LATETHING | saying | late shift
MPS POSSESSIVE | thing | MPs surgery
WRONG WRONGPLACE | thing | wrong address
`;
