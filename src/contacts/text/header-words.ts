/** A header as words, so that `Do_Not_Call`, `DoNotCall` and `do not call?` are one. */

/**
 * The words of a header in lower case with single blanks: signs and underscores are blanks, camel case and
 * figures are cut apart, `e-mail` is `email`, `donotcall` is `do not call`.
 */
export function headerWords(header: string): string {
  return (
    header
      // Before NFKC, which makes a blank and a combining mark of an accent that stands for an apostrophe.
      .replace(/['’‘`´ʼ′＇]/g, '')
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replace(/(\p{L})(\p{N})/gu, '$1 $2')
      .replace(/(\p{N})(\p{L})/gu, '$1 $2')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
      .replace(/\be mail(s|ed|ing)?\b/g, 'email$1')
      .replace(/\b(?:donot|dont|do nt)\b/g, 'do not')
      .replace(/\b(?:doesnt|does nt)\b/g, 'does not')
      .replace(/\bdonot(call|ring|phone|text|sms|email|mail|contact)\b/g, 'do not $1')
      .replace(/\bopt(out|in)\b/g, 'opt $1')
      .replace(/\bun (subscribed?)\b/g, 'un$1')
      .replace(/\bmail(?:ing)? list\b/g, 'mailing list')
  );
}
