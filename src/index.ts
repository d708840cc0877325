/** The library's face: the judgement without any file, for those who bring their own evidence. */
export { UserError } from './errors.js';
export type { Campaign } from './screening/campaign.js';
export type { ContactPoint, Person, PhoneNumber } from './screening/contact.js';
export { isPhoneNumber } from './screening/contact.js';
export { type IsoDate, parseIsoDate } from './screening/dates.js';
export type { Evidence } from './screening/evidence.js';
export type { ReasonCode } from './screening/precedence.js';
export { reasons } from './screening/rules/index.js';
export { type Judgement, type Outcome, prepareJudgement, type Verdict } from './screening/verdict/decide.js';
