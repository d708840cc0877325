/**
 * How people refuse contact: `rule | what it says | example / example`. The form of a rule is that of `grammar.ts`.
 * What it says is a kind of finding, and behind a colon the ways it refuses: those of its words (or all, where they
 * name none), `last` for those of its last word, `not` for all others, or the ways themselves.
 */
export const REFUSALS = `
DONT|CANT ..4 CONTACT|MARKETING | refusal | do not ever again ring / cannot be called / must not be rung / cannot be rung any more
DONT ..3 CANVASS | refusal | don't canvass
DONT ~5 CONTACT | refusal | do not, under any circumstances, ring
DONT ..2 RETURN | refusal:all | do not go back / don't come back
DONT ..1 ask ..1 again|ANYCONTACT | refusal:all | don't ask me again
DONT ..2 USE ..3 NUMBERWORD|THING|DETAILS|CONTACT | refusal | don't use this number
^ DONT USE $ | refusal:all | do not use
DONT ..1 USE for ..2 CALLING|CANVASS|LIST|MARKETING|MOD | refusal | do not use for marketing
DONT|CANT process|include|add|go_near|revisit|continue|try|persist|repeat ..2 $ | refusal:all | do not process / do not try again
^ POLITE? DONT POLITE? $ | refusal:all | pls don't
SAY ..1 POLITE? DONT POLITE? $ | refusal:all | says pls don't
DONT ..1 bother $ | refusal:all | not interested, don't bother
DONT ..2 again $ | refusal:all | annoyed we rang, don't again
DONT send ..3 CONTACT|CHANNEL|MATTER | refusal | don't send any more emails
DONT|CANT keep CONTACT | refusal | dont keep ringing
DONO CONTACT|CANVASS | refusal | do no call
not|ISNT to ..3 CONTACT|CANVASS | refusal | asked not to ever ring / we are not to contact him
not to be ..2 CONTACT|USE|TAKE|DOOR | refusal | not to be rung
ISNT to ..1 be ..1 CONTACT|USE | refusal | isn't to be called
NUMBERWORD|DETAILS ..1 not to be USE | refusal | number not to be used
not to be included ..3 | refusal:all | not to be included
not to be ..1 in|on ..2 LIST|LISTWORD | refusal | not to be on the phone list
may_not|not be USE for ..1 MARKETING|CALLING|LIST | refusal | may not be used for marketing
not for ..2 CONTACT|CANVASS|MARKETING|LIST|LISTWORD|USE | refusal | not for phoning / not for marketing / not for phone banking
not by|via|on ..1 CALLING|CHANNEL|THING | refusal | not by phone / not on the phone please
^ not CALLING|CONTACT POLITE? $ | refusal | not phone
not ABLE | refusal | not callable
UNABLE ..2 request|phone|please | refusal | uncontactable by request
CONTACT ..1 not $ | refusal | ring NOT
DONT even think ..3 CONTACT | refusal | don't even think about ringing
DONT|NEVER ..1 TAKE|add|place|include|put ..4 LIST|LISTWORD | removal | do not keep on list / never add to dialler
DONT ..1 attempt|try ..3 CONTACT | refusal | do not attempt to contact
DOESNT|DONT care for CONTACT | refusal | doesn't care for phone calls
NEG have|has? DET? CONSENT | refusal:all | you don't have my consent
NOLONGER ..1 CONSENT|AGREE|ACCEPT | refusal:all | no longer consents
NOLONGER ..1 CONSENT|AGREE|ACCEPT ..2 CONTACT | refusal | no longer consents to calls
not|NOLONGER be ..1 CONTACT|USE | refusal | not be contacted / can no longer be contacted
STOP ..1 NUMBERWORD | refusal | stop this number
STOP ..1 sending | refusal:all | stop sending me stuff
ENOUGH ..2 with|of ..2 CONTACT | refusal | enough with the calls
had it with CONTACT | refusal | had it with calls
NO|ZERO ..2 by|via|over CALLING|CHANNEL | refusal | no surveys by phone
NO NUM MOD? CONTACT | refusal | no 3rd party calls
CONSENT . not|WITHDRAW|REFUSE ..1 given|granted|held|obtained|$ | refusal:all | consent: not given
DONT waste your|any? time CONTACT | refusal | don't waste time ringing
NO ..1 or|nor CONTACT|CHANNEL | refusal | no visits or calls
PREFER not BE ..3 CONTACT | refusal | would rather not get calls
BLOCK by ..2 $ | refusal:all | blocked by customer
NOBODY ..3 CONTACT|CANVASS | refusal | asks that nobody phones / nobody is to ring this house / no one should call
WONT ..2 CONTACT again|if | refusal | very rude, would not ring again
WONT bother CONTACT | refusal | i wouldn't bother ringing
not|NOLONGER to be ..2 CONTACT|USE | refusal | no longer to be rung
better|best not ..2 CONTACT|CANVASS | refusal | best not ring
why ..3 keep CONTACT | refusal | why do you keep ringing me
no|NO DESIRE in? ..3 CONTACT|HEAR|TALK | refusal | has no wish to be called / has no interest in hearing from us
DOESNT|DONT|DIDNT|NOLONGER|NEVER ..1 WANT ..3 TALK ..1 to|with ..1 US|us|again | refusal:all | doesn't want to talk to us again
DOESNT|DONT|DIDNT|NOLONGER|NEVER ..1 WANT ..3 on ..3 LIST|LISTWORD | removal | does not want to be on our list
DOESNT|DONT|DIDNT|NOLONGER|NEVER ..1 WANT ..2 included | removal:all | doesn't want to be included
DOESNT ..3 CONTACT again|from | refusal | does not take calls from strangers
DOESNT|WONT entertain|tolerate|allow|permit|want|engage ..3 CONTACT | refusal | doesn't entertain cold calls
not ..1 available for ..1 CALLING | refusal | not available for calls ever
not ..1 HAPPY ..1 in|to|for|with|about ..4 CONTACT | refusal | not interested in being called / not open to calls / not up for calls
CONTACT|CALLING ..1 DISTURBING PERSON | refusal | calls upset her
CONTACT|CALLING make|makes|making PERSON UPSET | refusal | phone calls make her anxious
CHANNEL ..2 not CALLING|CONTACT | refusal:last | letters please not calls
WITHOUT ..1 CONSENT|permission | refusal:all | without consent / lacks consent
CONSENT|permission ..1 expired|lapsed|withheld|missing|absent | refusal:all | consent expired
PHONESIGN no|NO|n | refusal | ☎ no
WITHDRAW from CONTACT|MARKETING|LIST | refusal | withdrew from contact
told ..3 to ABUSE our|hook|it|one | refusal:all | told us to sling our hook
told ..3 to sod_off|bugger_off|piss_off|fuck_off|f_off|go_away|get_lost|do_one | refusal:all | told me to sod off
still getting CONTACT despite|after | refusal | still getting calls despite asking
not|NOBODY ..2 CONTACT by|via|over|on ..2 CALLING|THING | refusal | not contacting by phone
LIKE|WANT|NEED ..4 STOP $ | refusal:all | would like us to stop
PREFER|prefer|LIKE PERSON ..1 DIDNT|DONT|WONT ..1 CONTACT | refusal | prefer you didn't ring
PREFER not ..5 CONTACT|THING | refusal | prefers not to speak by phone
NEVER ..4 CONTACT|CANVASS | refusal | never ring again / never on the phone
told|said|SAY NEVER again $ | refusal:all | told never again
CONTACT|CANVASS PERSON? back? . NEVER again? $ | refusal | ring her? never again
NEVER|not to ..1 be CONTACT|RETURN | refusal | never to be rung again
NEVER to ..1 CONTACT|RETURN | refusal | told never to ring again
^ NEVER again POLITE? $ | refusal:all | never again please
NEVER to try again | refusal:all | told never to try again
NO|ZERO|NOLONGER MOD? MOD? CONTACT|MARKETING|CANVASS|NOUN|ANYCONTACT | refusal | no more phone calls / no calls / no unsolicited calls / zero calls
no to ..2 CONTACT|MARKETING | refusal | says no to phone calls
NO|no|NEITHER CHANNEL|NOUN|THING|CALLING AND CHANNEL|NOUN|CALLING | refusal | no phone or email
NEITHER CONTACT AND CONTACT | refusal | neither call nor text
no need to CONTACT again|$ | refusal | no need to contact again
ZERO MOD? by CALLING|CHANNEL | refusal | nothing by phone
ZERO MOD from us | refusal:all | nothing further from us
WANT NOLONGER|ZERO|no ..1 from|to|of US|us | refusal:all | wants no more from us
WANT ZERO ..3 US|do | refusal:all | wants nothing to do with us
^ NOLONGER POLITE? $ | refusal:all | no more
^ ZERO|not MOD|else|any_more|more ..1 POLITE $ | refusal:all | nothing else please, thanks
^ no POLITE DONT | refusal:all | no thanks don't
CONTACT NOLONGER $ | refusal | ring no more
NOSIGN|NO CONTACT|CHANNEL|NOUN | refusal | 🚫 call / NO ☎
CONTACT|CHANNEL|NOUN NOSIGN | refusal | 📞🚫
^ NOSIGN $ | refusal:all | 🚫
NOPHONESIGN | refusal:calls texts | 📵
CALLING|CONTACT|CHANNEL|THING|PHONEWORD ..3 : no|NO|LETTERNO|FALSEWORD|NEVER|ZERO|NOSIGN AGAIN? POLITE? way? $ | refusal | calls: no / Phone? NO / Call=N
^ calls|call|ringing|phoning|texts|emails|texting|emailing no|n POLITE? $ | refusal | calls no, texts yes
MODAL ..2 CONTACT : no|NO|LETTERNO|ABSOLUTELY|NEVER | refusal | shall we call: no
OK|HAPPY|MODAL|CONSENT|ALLOW|AGREE|ACCEPT|ABLE|WANT|LIKE|USE ..5 : no|NO|LETTERNO|FALSEWORD|0|refused|ZERO|NEVER POLITE? $ | refusal | OK to call? No / happy to be called - no / accepts calls: no
CONTACT|THING|CALLING ..1 OK|ALLOW|CONSENT|OPTIN : no|NO|LETTERNO|FALSEWORD|0|ZERO | refusal | call_ok=false
OPTIN|SUBSCRIBE ..1 : no|NO|LETTERNO|FALSEWORD|0|ZERO | refusal:all | opted in - no
CONSENT|MARKETING|MATTER ..1 , no|NO|n|FALSEWORD|refused|ZERO $ | refusal:all | consent = N / consent no / marketing=false
CONTACT|CALLING PERSON? . absolutely_not|no_way|no_chance | refusal | call him? absolutely not
CODE : y|yes|true|1 | refusal:all | dnc=1
not|CANT|ISNT|HASNT|DIDNT|DOESNT|WONT|NEVER ..1 CONSENT|AGREE|ALLOW|SUBSCRIBE ..3 CONTACT|MARKETING | refusal | does not consent to calls / never agreed to calls
DIDNT|DOESNT|NEVER|HASNT|ISNT|not ..1 CONSENT | refusal:all | did not consent / has not given consent
NEVER ..2 CONSENT ..2 CONTACT | refusal | never gave permission to call
no|NO|DIM MOD? CONSENT ..2 CONTACT | refusal | no consent to calls
no|NO|DIM MOD? CONSENT | refusal | no consent / no phone permission
CONTACT|THING|MARKETING ..1 CONSENT ..2 WITHDRAW|REFUSE|not|none|no|BLOCK|REMOVE | refusal | phone consent revoked
CONSENT ..2 WITHDRAW|REFUSE|not|none|BLOCK|REMOVE|n | refusal:all | consent withdrawn / permission not given
CONSENT|SUBSCRIBE IS BE? WITHDRAW|REFUSE|BLOCK|REMOVE|not | refusal:all | consent has been withdrawn
WITHDRAW|REFUSE|end|cancel|REMOVE ..3 CONSENT ..2 CONTACT|THING | refusal | withdrew consent for phone calls
WITHDRAW|REFUSE|end|cancel|REMOVE ..3 CONSENT | refusal:all | withdrew consent / refused to give consent
KEYWORD ..2 CONSENT|SUBSCRIBE|ANYCONTACT | refusal:all | cancel my subscription
not|ISNT|NEVER|DOESNT|WONT ..1 OK|HAPPY|ALLOW|LIKE|FINE|keen|welcome ..5 CONTACT | refusal | not ok to call / not happy about being phoned / not willing to be called / not keen on calls
CONTACT ..2 not ..1 ALLOW|WANT|LIKE|FINE|OK|welcome|HAPPY | refusal | calls not allowed / ringing not appreciated
CONTACT ..2 PROHIBITED|unwelcome|unwanted | refusal | calling prohibited / contact unwelcome
PROHIBITED CONTACT | refusal | unwanted calls
CONTACT|THING|LIST ..2 REFUSE|WITHDRAW|OPTOUT|SUPPRESS|BLOCK|BANNED|EXCLUDE | refusal | phone contact declined / calls barred / phone opt out
SUPPRESS|BLOCK|EXCLUDE|BAR ..2 CONTACT|THING|NUMBERWORD|LIST | restriction | block calls / exclude from phone canvass
BLOCK ..1 US|number|phone | refusal:calls texts | blocked our number / has blocked us
DOESNT|DONT|DIDNT|WONT|ISNT|NOLONGER|not|NEVER ..2 WANT ..6 CONTACT|MARKETING|HEAR|CANVASS | refusal | does not want to be called / no longer wants to hear from us / does not want us phoning
DOESNT|DONT|DIDNT|ISNT|not ..1 WANT ..2 CONTACT|RETURN | refusal | not wanting calls
DOESNT|DONT|DIDNT|NOLONGER ..1 WANT ..1 US|anything|nothing ..2 from|us | refusal:all | doesn't want anything from us
DOESNT|DONT|DIDNT wish | refusal:all | does not wish
DOESNT|DONT|DIDNT|WONT ..1 do|ACCEPT|LIKE|NEED ..4 CONTACT | refusal | doesn't do phone calls / does not accept calls / doesn't appreciate being rung / doesn't take calls
DOESNT|DONT|not LIKE ..4 CONTACT | refusal | doesn't like calls
WANT|NEED ..1 NO|no|ZERO|NOLONGER ..3 CONTACT | refusal | wants no further contact
WANT out $ | refusal:all | wants out
LIKE|PREFER|WANT|ASK ..1 no|NO|ZERO|not|NOLONGER ..4 CONTACT | refusal | would prefer no calls / prefers not to be called / requested no calls
PREFER ..1 we|us|if ..2 DONT|DIDNT|not ..2 CONTACT | refusal | prefers we don't ring / would rather we did not ring
PREFER not ..4 CONTACT|THING | refusal | rather not speak on the phone
LIKE ..2 NOLONGER|no|if ..5 CONTACT | refusal | would appreciate it if we didn't ring
ASK|SAY ..4 not ..2 CONTACT|CANVASS | refusal | asked me not to ring
ASK|SAY ..3 not to $ | refusal:all | asked us not to
ASK|SAY|PROMISE ..3 DONT|WONT|not ..3 CONTACT | refusal | asked that we don't call / promised we would not ring again
ASK ..2 for ..2 no ..2 CONTACT | refusal | asked for no contact
let|lets not ..2 CONTACT | refusal | let's not ring this one again
MODAL ..1 POLITE? not ..2 CONTACT | refusal | can we please not call
STOP ..4 CONTACT|MARKETING|CANVASS | refusal | stop calling / stopiwch ffonio
STOP ..1 PERSON? ANYCONTACT|NUISANCE | refusal | stop bothering me
CONTACT ..1 to|be ..1 STOP | refusal | wants calls to stop / asked for all comms to cease
CONTACT ..1 STOP $ | refusal | asked that calls stop
ASK|SAY|WANT|POLITE ..4 STOP $ | refusal:all | asked to stop / carer says please stop / wants to stop
ASK|SAY|WANT ..3 STOP us|it|this|now ..1 $ | refusal:all | already told us to stop it
STOPALL | refusal:all | STOPALL
cease AND? desist | refusal:all | cease & desist letter received
interested , POLITE? STOP|REMOVE|OPTOUT|LEAVE ..1 $ | refusal:all | not interested stop
^ POLITE? STOP|HARDSTOP AND? POLITE? all? PERSON? $ | refusal:all | stop / Stop!
^ reply|replied|sent|text|texted back? ..1 STOP $ | refusal:all | replied STOP
replied|sent|reply|texted|wrote ..3 STOP | refusal:all | replied stop to text
^ KEYWORD all? $ | refusal:all | QUIT
KEYWORD ..1 all ..1 CONTACT | refusal | end all contact
KEYWORD CONTACT $ | refusal | end calls
^ REFUSE $ | refusal:all | refused
REFUSE ..4 CONTACT|MARKETING|CANVASS | refusal | refuses to take calls / declined further contact
^ HARD REFUSE | refusal:all | hard refusal
OBJECT ..4 CONTACT|MARKETING|CANVASS|processing | refusal | objects to phone calls / has objected to marketing
CONTACT|MARKETING|processing ..1 OBJECT | refusal | marketing objection
right to object | refusal:all | exercised right to object
article|art . NUM ..1 OBJECT|REMOVE | refusal:all | Article 21 objection
OBJECT ..3 article|art | refusal:all | has objected under Art 21
^ OBJECT ..1 NOTICE|received|logged|noted|raised|lodged $ | refusal:all | objection received
^ OBJECT $ | refusal:all | objection
^ IS|wedi|formally|PERSON IS? OBJECT|REFUSE|WITHDRAW $ | refusal:all | has objected / wedi gwrthwynebu
OBJECT by|on|via CHANNEL|MONTH|NUM | refusal:all | objected by email
^ WITHDRAW|revoked $ | refusal:all | withdrawn
OPTOUT of|from ..2 CONTACT|CHANNEL|MARKETING|THING|LIST | refusal | opted out of calls / unsubscribe from calls
OPTOUT CONTACT|CHANNEL|THING|MARKETING | refusal | opt out phone
OPTOUT ..1 : ..1 CONTACT|CHANNEL|THING | refusal | opt-out: telephone
CONTACT|CHANNEL|THING ..1 OPTOUT | refusal | tel opt-out
OPTOUT | refusal:all | has opted out / unsub
CODE ..2 CONTACT|THING | refusal | DNC calls
CODE | refusal:all | DNC / added to DNC
CODEWEAK ..2 CONTACT | refusal | dnr do not ring
^ CODEWEAK $ | refusal:all | DNR
^ BLOCK|BANNED $ | restriction:all | blocked / banned
BLOCKLIST | restriction:all | on the blocklist
hidden row | restriction:all | hidden row
struck out from column | restriction:all | struck out from column 2
BANNED ..2 CONTACT|LIST | restriction | barred from contact / on the banned list
^ SUPPRESS ..3 $ | restriction:all | suppress this record / suppressed
SUPPRESS ..1 LIST|CONTACT|MARKETING | restriction | suppression list
on|to ..1 SUPPRESS | restriction:all | added to suppression
SUPPRESS ..2 LIST|campaigns|all | restriction:all | suppress from all campaigns
NUMBERWORD|record ..1 SUPPRESS | restriction | number suppressed
^ EXCLUDE all? $ | restriction:all | excluded
EXCLUDE from ..3 CONTACT|LIST|LISTWORD|all|CANVASS|MARKETING|THING | restriction | exclude from phonebank
EXCLUDE ..1 at ..1 own|request | restriction:all | excluded at own request
^ RESTRICT $ | restriction:all | restricted
RESTRICT ..1 processing|CONTACT|MARKETING | restriction | restrict processing request
processing|CONTACT|MARKETING ..1 RESTRICT | restriction | processing restricted
^ AVOID PERSON? at? all? costs? $ | refusal:all | avoid
AVOID ..2 CONTACT|house|costs|CANVASS|THING | refusal | avoid calling / avoid contact
RUDE ..1 , AVOID | refusal:all | hostile - avoid
LEAVE ..2 ALONE | refusal:all | leave them alone / wants leaving alone / gadewch lonydd
be ..1 left ALONE|in_peace | refusal:all | asked to be left in peace
^ LEAVE ..1 be $ | refusal:all | leave him be
told|TAKE ..2 go_away|get_lost|piss_off|f_off|where_to_go|bugger_off|fuck_off | refusal:all | told me to go away
^ piss_off|f_off|bugger_off|fuck_off|sod_off|get_lost|go_away | refusal:all | piss off
told|said|SAY|ASK ..3 not to RETURN | refusal:all | said not to come back
f_off|f_of | refusal:all | F off
absolute|hard|firm|definite|flat no|NO|REFUSE | refusal:all | hard no
HATE ..4 CONTACT|CANVASS | refusal | hates being rung / dislikes phone calls / hates it when we ring
HATE ..1 THING | refusal | hates the phone
UPSET ..6 CONTACT | refusal | unhappy about being called / sick of calls / annoyed we contacted her
not ..1 HAPPY|pleased ..5 CONTACT | refusal | not pleased to be rung
UPSET|ENOUGH of US|us | refusal:all | had enough of us
ENOUGH ..1 CONTACT | refusal | enough calls already
^ that|thats|PERSON? is? ENOUGH|enough $ | refusal:all | enough / that's enough
too_many CONTACT | refusal | too many calls
distressed|upset ..2 by|when|about ..2 CONTACT | refusal | gets distressed when phoned
next|one_more|any_more|another ..1 CONTACT ..5 THREAT|COMPLAIN|AUTHORITY | refusal | next call will be reported
if ..3 CONTACT ..6 THREAT|COMPLAIN|AUTHORITY | refusal | if you ring again she will report us
THREAT|COMPLAIN ..5 if ..2 CONTACT | refusal | will complain if called again
CONTACT again and ..4 THREAT|sue|COMPLAIN | refusal | call again and i'll sue
`;

/** Another way only, and one way rather than another. */
export const OTHER_WAYS = `
CHANNEL|post|door|DOOR|write|letter ANYCONTACT? POLITE? ONLY | refusal:not | email only / post only please
ONLY ..2 CHANNEL|DOOR|write | refusal:not | only contact by post / only by letter / only write
ONLY ..1 to ..1 be CHANNEL | refusal:not | only to be emailed
ONLY ..2 CONTACT by|via CHANNEL|post | refusal:not | can only be contacted by email
in writing ONLY | refusal:not | contact in writing only
ONLY in writing | refusal:not | only in writing
contact|CONTACT ..1 by|via|in ..1 CHANNEL ONLY | refusal:not | contact by letter only
PREFER post|letter|letters | refusal:not | prefers post
CHANNEL , not|DONT|never ..1 CALLING|CONTACT | refusal:last | text not call
CHANNEL ..3 INSTEAD ..2 CALLING|CONTACT | refusal:last | write to her rather than phone
CHANNEL , INSTEAD ..2 CALLING|CONTACT | refusal:last | email rather than phone / text instead of calling
ANY|all EXCEPT ..2 CALLING|CHANNEL|THING|CONTACT | refusal:last | anything but phone / all except phone
all channels EXCEPT ..2 CALLING|CHANNEL | refusal:last | all channels except phone
cannot|CANT|UNABLE ..1 use|hear ..2 phone|THING | refusal:calls | deaf, cannot use phone
DOOR|visit ONLY | refusal:not | doorstep only
`;

/** To be taken off a list, and to be forgotten. */
export const REMOVALS = `
^ POLITE? REMOVE|rem POLITE? PERSON? all? data|record|details? POLITE? $ | removal:all | remove / please delete me
^ REMOVE PERSON? name|names|number|numbers $ | removal:all | remove name
POLITE REMOVE ..1 $ | removal:all | please remove
REMOVE PERSON? PERSON $ | removal:all | unhappy, remove her
REMOVE ..3 LIST|DETAILS|everything | removal | remove from phone list / please delete my details
REMOVE CHANNEL $ | removal | remove email
NUMBERWORD|THING withheld at|by ..1 request | removal | number withheld at request
REMOVE ..4 NUMBERWORD|THING ..1 $ | removal | remove this number
REMOVE ..2 NUMBERWORD|THING ..2 POLITE|request|system | removal | remove number at request
REMOVE|rem ..3 from ..4 LIST|LISTWORD|CONTACT|CHANNEL | removal | wants removed from list / remove from mailing list
REMOVE ..1 at|by|per ..1 own|request|member | removal:all | deleted at request
NUMBERWORD|THING|name|record ..1 REMOVE|taken ..1 request|at | removal | number removed at request
ASK|SAY|WANT|NEED|POLITE|requested ..4 REMOVE PERSON? ..1 $ | removal:all | asked to be removed / wants removing
should have BE REMOVE | removal:all | should have been removed already
MODAL PERSON ..1 REMOVE PERSON|DETAILS|NUMBERWORD|DET | removal:all | could you remove my mum
ASK|SAY|WANT|NEED|must ..5 REMOVE ..2 LIST|DETAILS|NUMBERWORD|everything|US | removal | asked us to delete everything
to be REMOVE|FORGET|struck | removal:all | asked to be forgotten
REMOVE request|requested|requests|reqd|notice | removal:all | erasure request
request|req|reqd|requested|gdpr|right ..2 REMOVE|FORGET | removal:all | request removal / right to erasure
gdpr , ..1 REMOVE|OBJECT|STOP|WANT|OPTOUT | removal:all | GDPR: delete
right_to_be_forgotten | removal:all | right to be forgotten
rtbf | removal:all | RTBF
FORGET my|PERSON ..1 DETAILS|$ | removal:all | please forget my details
^ POLITE? FORGET PERSON $ | removal:all | forget me
^ POLITE? FORGET|LOSE ..1 NUMBERWORD | removal:calls texts | lose this number
STOP USE ..1 DETAILS | removal:all | stop using my data
WANT|NEED|ASK|like ..3 PERSON? ..2 REMOVE|taken|crossed|struck ..3 off|from|$ | removal:all | wants his name taken off
TAKE ..3 OFF ..3 LIST|LISTWORD|everything|all|system|CALLING|NUMBERWORD|campaigns | removal | take off phone list / take me off everything
TAKE PERSON OFF ..1 $ | removal:all | take her off
TAKE ..2 name|number|numbers|record|this OFF | removal | take name off
taken|take OFF request|at|$ | removal:all | taken off at request
POLITE ..1 TAKE ..2 OFF|out ..1 $ | removal:all | please take me off
ASK|WANT|NEED ..4 TAKE ..1 OFF | removal | asked to be taken off
TAKE|come ..2 out of ..2 LIST|system|campaigns | removal | take out of system
pull|pulled ..2 from ..2 LIST|campaigns|CALLING|all | removal | pull from dialler
STRIKE ..2 OFF|from ..3 LIST|LISTWORD|$ | removal | strike from list / cross off
STRIKE ..1 from ..2 LIST|CALLING|all | removal | drop from dialler / scrubbed from list
WANT ..1 STRIKE off | removal:all | wants crossing off
dropped|struck|taken|crossed at ..1 own | removal:all | dropped at own request
WANT|wanted off $ | removal:all | says she wants off
not ..2 on ..2 LIST|LISTWORD at|per request | removal | not on list at request
not to ..1 on ..2 LIST|LISTWORD | removal | not to go on list
REMOVE ..1 gdpr | removal:all | removed per GDPR
OFF ..1 phonebank|dialler|dialer|calls|phonebanking|outbound | removal | keep off phonebank
OFF ..3 LIST | removal | off the list / left off phone list
^ off $ | removal:all | off
not on ..2 LISTWORD | removal | not on phonebank list
^ purge|scrub ..1 $ | removal:all | purge record
off list | removal:all | off list
LEAVE|keep|kept|left ..1 OFF ..2 LIST|CALLING|LISTWORD | removal | leave off phonebank
`;

/** Welsh, German, French, Spanish word order, where it differs. */
export const OTHER_ORDERS = `
PEIDIO ..3 CONTACT | refusal | peidiwch â ffonio
^ PEIDIO $ | refusal:all | peidiwch
DIM ..2 CONTACT|MARKETING|cyswllt | refusal | dim galwadau / dim mwy o alwadau
DIM ..2 WANT|AM ..3 CONTACT | refusal | ddim eisiau galwadau / ddim am gael galwadau
nid_yw|DOESNT ..1 WANT|AM ..4 CONTACT | refusal | nid yw eisiau galwadau / nid yw am gael ei ffonio
NEVER CONTACT | refusal | byth ffonio
^ byth eto $ | refusal:all | byth eto
TYNNU ..4 LIST|ODDI|manylion|rhif|enw | removal | tynnwch fi oddi ar y rhestr
TYNNU CONSENT ..1 | refusal:all | tynnu caniatâd yn ôl
LEAVE ..3 ALONE | refusal:all | gadewch hi mewn llonydd
CHANNEL ..1 unig|yn_unig | refusal:not | e-bost yn unig
post|CHANNEL yn_unig | refusal:not | llythyr yn unig
gofyn ..4 PEIDIO ..2 CONTACT | refusal | wedi gofyn am beidio ffonio
DIM WANT clywed | refusal:all | ddim eisiau clywed gennym
NICHT ..2 FOREIGN | refusal | nicht mehr anrufen
KEIN ..2 FOREIGN | refusal | keine Anrufe mehr
no ..2 FOREIGN | refusal | no llamar más / no quiere llamadas
`;
