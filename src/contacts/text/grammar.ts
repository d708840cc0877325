/**
 * Small grammars as data, so that one declaration serves two readers: `patternOf` makes a regular expression of it for
 * the reference path, and `fast/cells/automaton.ts` a table for the fast path. ASCII only.
 */

export type Grammar =
  /** One character of these. */
  | { readonly kind: 'character'; readonly of: ReadonlySet<number> }
  | { readonly kind: 'sequence'; readonly parts: readonly Grammar[] }
  | { readonly kind: 'either'; readonly options: readonly Grammar[] }
  /** `most` null: as many as there are. */
  | {
      readonly kind: 'repeat';
      readonly part: Grammar;
      readonly fewest: number;
      readonly most: number | null;
    };

/** One character: each entry is a character itself or, of two characters, a range such as `az`. */
export function character(...ranges: readonly string[]): Grammar {
  const codes = ranges.flatMap((range) => {
    const first = range.charCodeAt(0);
    const last = range.charCodeAt(range.length - 1);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return { kind: 'character', of: new Set(codes) };
}

/** Parts in a row; a text stands for its characters. */
export function sequence(...parts: readonly (Grammar | string)[]): Grammar {
  const each = (part: Grammar | string): readonly Grammar[] =>
    typeof part === 'string' ? [...part].map((sign) => character(sign)) : [part];
  return { kind: 'sequence', parts: parts.flatMap(each) };
}

export function either(...options: readonly (Grammar | string)[]): Grammar {
  return {
    kind: 'either',
    options: options.map((option) => (typeof option === 'string' ? sequence(option) : option)),
  };
}

export function repeat(part: Grammar, fewest: number, most: number | null = null): Grammar {
  return { kind: 'repeat', part, fewest, most };
}

export function optional(part: Grammar): Grammar {
  return repeat(part, 0, 1);
}

/** A pattern of whole texts. */
export function patternOf(grammar: Grammar): RegExp {
  return new RegExp(`^${sourceOf(grammar)}$`);
}

function sourceOf(grammar: Grammar): string {
  switch (grammar.kind) {
    case 'character':
      return `[${[...grammar.of].map((code) => `\\x${code.toString(16).padStart(2, '0')}`).join('')}]`;
    case 'sequence':
      return grammar.parts.map(sourceOf).join('');
    case 'either':
      return `(?:${grammar.options.map(sourceOf).join('|')})`;
    case 'repeat':
      return `(?:${sourceOf(grammar.part)}){${grammar.fewest},${grammar.most ?? ''}}`;
  }
}
