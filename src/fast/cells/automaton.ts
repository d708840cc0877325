/**
 * Compiles grammars into one deterministic automaton: a table with a row for each state and a column for each class of
 * bytes, so that a cell costs one look-up a byte. The standard way: an automaton of states with skips (Thompson), then
 * one state for each set of its states that can be reached together.
 */
import type { Grammar } from '../../contacts/text/grammar.js';

const BYTES = 256;
/** The state of a text that no grammar accepts, whatever follows. */
const DEAD = 0;

export class Automaton {
  private constructor(
    private readonly classOf: Uint8Array,
    /** The state after each state and class. States are numbered by their first place here. */
    private readonly next: Uint16Array,
    /** By place in `next`: which grammar accepts, from 1 on; 0: none. */
    private readonly accepted: Uint8Array,
    private readonly start: number,
  ) {}

  /** Which of the grammars accepts the bytes from `start` to `end`, from 1 on; 0 if none does. */
  accept(bytes: Uint8Array, start: number, end: number): number {
    const { classOf, next } = this;
    let state = this.start;
    for (let at = start; at < end; at += 1) {
      state = next[state + (classOf[bytes[at] ?? 0] ?? 0)] ?? DEAD;
      if (state === DEAD) return 0;
    }
    return this.accepted[state] ?? 0;
  }

  /** Of two grammars that accept the same text, the first counts. */
  static of(grammars: readonly Grammar[]): Automaton {
    const nfa = new Nfa();
    const start = nfa.addState();
    const ends = grammars.map((grammar) => nfa.add(grammar, start));
    const { classOf, samples } = nfa.byteClasses();
    const width = samples.length;
    const sets: (readonly number[])[] = [[], nfa.closure([start])];
    const places = new Map(sets.map((set, place) => [set.join(), place * width]));
    const next: number[] = [];
    const accepted: number[] = [];
    for (let place = 0; place < sets.length; place += 1) {
      const set = sets[place] ?? [];
      accepted[place * width] = ends.findIndex((end) => set.includes(end)) + 1;
      for (const sample of samples) {
        const reached = nfa.closure(nfa.step(set, sample));
        const key = reached.join();
        const known = places.get(key) ?? sets.length * width;
        if (!places.has(key)) {
          places.set(key, known);
          sets.push(reached);
        }
        next.push(known);
      }
    }
    if (next.length > 0xffff) throw new RangeError('the grammars make too large an automaton');
    return new Automaton(
      classOf,
      Uint16Array.from(next),
      Uint8Array.from(accepted, (found = 0) => found),
      width,
    );
  }
}

/** States with edges that take a byte, and skips that take none. */
class Nfa {
  private readonly edges: (readonly { readonly bytes: ReadonlySet<number>; readonly to: number }[])[] = [];
  private readonly skips: (readonly number[])[] = [];

  addState(): number {
    this.skips.push([]);
    return this.edges.push([]) - 1;
  }

  /** Adds a grammar that begins in the state `from`; answers the state in which it ends. */
  add(grammar: Grammar, from: number): number {
    switch (grammar.kind) {
      case 'character': {
        const to = this.addState();
        this.edges[from] = [...(this.edges[from] ?? []), { bytes: grammar.of, to }];
        return to;
      }
      case 'sequence':
        return grammar.parts.reduce((at, part) => this.add(part, at), from);
      case 'either': {
        const end = this.addState();
        for (const option of grammar.options) this.skip(this.add(option, from), end);
        return end;
      }
      case 'repeat': {
        const { part, fewest, most } = grammar;
        let at = from;
        for (let count = 0; count < fewest; count += 1) at = this.add(part, at);
        const end = this.addState();
        this.skip(at, end);
        if (most === null) this.skip(this.add(part, end), end);
        else
          for (let count = fewest; count < most; count += 1) {
            at = this.add(part, at);
            this.skip(at, end);
          }
        return end;
      }
    }
  }

  /** The states that can be reached from these by skips, in rising order. */
  closure(states: readonly number[]): readonly number[] {
    const found = new Set(states);
    for (const state of found) for (const to of this.skips[state] ?? []) found.add(to);
    return [...found].sort((one, other) => one - other);
  }

  step(states: readonly number[], byte: number): readonly number[] {
    return states.flatMap((state) =>
      (this.edges[state] ?? []).filter(({ bytes }) => bytes.has(byte)).map(({ to }) => to),
    );
  }

  /** Bytes of one class are taken by the same edges: `samples` holds one byte of each class. */
  byteClasses(): { readonly classOf: Uint8Array; readonly samples: readonly number[] } {
    const taken = [...new Set(this.edges.flat().map(({ bytes }) => bytes))];
    const classes = new Map<string, number>();
    const samples: number[] = [];
    const classOf = Uint8Array.from({ length: BYTES }, (_, byte) => {
      const key = taken.map((bytes) => (bytes.has(byte) ? '1' : '0')).join('');
      const known = classes.get(key) ?? samples.push(byte) - 1;
      classes.set(key, known);
      return known;
    });
    return { classOf, samples };
  }

  private skip(from: number, to: number): void {
    this.skips[from] = [...(this.skips[from] ?? []), to];
  }
}
