/** Pictures that speak, what is no misspelling, and words that two letters stand for. In the form of `stems.ts`. */
export const SIGNS = `
📵 🔕 | NOPHONESIGN | calls texts
🚫 ⛔ ❌ ✗ ✘ ✖ 🛑 🙅 ❎ | NOSIGN TRIM | all
☎ ☏ 📞 📱 📲 🤙 ✆ | CONTACT CALLING NOUN PHONESIGN | calls
📧 ✉ 📨 📩 💌 | CONTACT NOUN CHANNEL | email
💬 🗨 | CONTACT NOUN CHANNEL | texts
📮 📬 📪 ✍ | CONTACT NOUN CHANNEL | post
☠ 💀 ⚰ 🪦 ✝ ✞ ⚱ ✟ 🕊 | DEATHSIGN | all
† ‡ | DAGGER | all
✋ 👎 ⚠ ❗ ‼ 🆘 | TRIM |
`;

/** Words of every day that look like a misspelling of another. */
export const REAL_WORDS: ReadonlySet<string> = new Set(
  `pots opst contract contacts contrast rest rings wring ling mali trial dail lead dean deaf lied did ides edit ended
  reuse refuge reject abject subject live liver alive hive lit lit fits slit lost lots loss salt slat list sits slot
  bock bloc black lock block clock locked backed band bared baned barred bard aster maker marked baker
  cased cell called balled cited coned meter text next exit taxes sets fares face sour hose used user house
  sue owed write white wrote posed past paste poster posted mailer mall ailing failing sailing mailed ailed
  letter leter better former tops spot pots stops step estop sop remote remover reserve moved roved
  ease erase phase rase raised easing leased lease wither withdraw excite excuse bad bed god
  oft offs left lift laves ring grin rung range ran bring wing ting pring ping sing
  hone phone pone phoned honed phoning honing phones hones tele tale tell dell dia dial deal dials
  ask tasks aks told tole old sold wed wand wants wans wish whish wash net nicht night
  object objet oject object direct casual coin
  form from now own won wow hte cold clod cools
  eon noes note nota hate heat hater ether heated
  rip tips trip rude ruder crude
  lat later alter latter lated ate estate state states restate
  voce vice nice device once vocie void
  voted vote leave eave weave level even never nerve ever sever
  lise slit posit pal opt top pot
  cared care carer culling ranging pasting stepped stepping litters latters pasting posing taxing tasting passing
  balled belling boiling celling messing massage masses missing blacked block clocked bunned banged derailed
  stripped strapped erosion abjects ejected rejected listing lasting
  dealing either noting locking topped topping cases casing reuses reused reusing fused drawn denis denny locks stuck
  acme loose walling refer refers referred reference promise prepare approve oppose stats compliant reset resets cares
  created creation recycle apples apple decades decides decodes purse peter calle maier poste expire llama colling`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that stand in many texts, whatever those say: the prefilter looks for others where a rule has them. */
export const EVERYDAY: ReadonlySet<string> = new Set(
  `a an the to of on in at by for from with and or is are was were be been has have had do does not no yes y n it he she
  her his him they we us you i me my this that call calls called ring phone email text post mobile landline number home
  work back after before only out off more new old again please thanks ok happy fine good keep take left leave get go
  went all any one two late early day time week own via per see note name house door person member information wants
  want says said asked told like prefers need support supporter contact letter mail not dont do_not never stop`.split(
    /\s+/,
  ),
);
