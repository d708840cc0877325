/**
 * One table declares what a command takes. Commander's options, the help and the checked, typed object that the
 * command gets all come from it: an entry is a zod schema that also knows its flags and its help.
 */
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';

/** Arguments and options in the order of the help, by the name that the command gives their values. */
export type Table = Readonly<Record<string, z.ZodType>>;

/** What a command gets: a value for each entry of its table. */
export type Given<T extends Table> = z.output<z.ZodObject<T>>;

export interface CommandToAdd<T extends Table> {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly takes: T;
  /** The end of the help: exit codes and examples. */
  readonly helpAfter: string;
  /** `typed` answers which options of a table the user typed, as `--map`: so that those of another mode can be refused. */
  readonly act: (given: Given<T>, typed: (table: Table) => readonly string[]) => void | Promise<void>;
}

const DECLARED = new WeakMap<z.ZodType, Argument | Option>();

/** An argument, as `<file>`, `[code]` or `<files...>`. */
export function argument<S extends z.ZodType>(name: string, help: string, schema: S): S {
  return declare(schema, new Argument(name, help));
}

/**
 * An option with a value. It must be typed where the schema takes no `undefined`; the help shows the schema's default.
 * Commander reports what the schema refuses.
 */
export function option<S extends z.ZodType>(flags: string, help: string, schema: S): S {
  return declare(schema, optionOf(flags, help, schema).argParser(checkedBy(schema)));
}

/** An option with one of a few values, which the help lists. */
export function choice<const C extends readonly string[]>(flags: string, help: string, choices: C) {
  return declare(z.enum(choices).optional(), new Option(flags, help).choices(choices));
}

/** An option that may be typed more than once. The schema takes all its values, once the command runs. */
export function repeated<S extends z.ZodType<readonly string[]>>(flags: string, help: string, schema: S): S {
  const collect = (text: string, earlier: readonly string[]): readonly string[] => [...earlier, text];
  return declare(schema, optionOf(flags, help, schema).argParser(collect));
}

/** An option without a value; one that begins with `--no-` is true until it is typed. */
export function flag(flags: string, help: string) {
  return declare(z.boolean().default(flags.startsWith('--no-')), new Option(flags, help));
}

/** An optional text. */
export const TEXT = z.string().optional();
/** Any number of texts. */
export const TEXTS = z.array(z.string()).default([]);

/** A schema for what `parse` makes of a text; undefined is refused with the sentence `says`. */
export function parsedBy<T>(parse: (text: string) => T | undefined, says: string): z.ZodType<T, string> {
  return z.string().transform((text, issues) => {
    const value = parse(text);
    if (value !== undefined) return value;
    issues.addIssue(says);
    return z.NEVER;
  });
}

/** Adds a command to the program or to a group of commands. */
export function addCommand<T extends Table>(parent: Command, added: CommandToAdd<T>): void {
  const { name, summary, description, takes, helpAfter, act } = added;
  const command = parent.command(name).summary(summary).description(description);
  for (const schema of Object.values(takes)) {
    const declared = declaredAs(schema);
    if (declared instanceof Argument) command.addArgument(declared);
    else command.addOption(declared);
  }
  command.addHelpText('after', helpAfter).action(async () => {
    const values = Object.entries(takes).map(([key, schema]) => [key, typedValue(command, schema)]);
    await act(z.object(takes).parse(Object.fromEntries(values)), (table) => typedOf(command, table));
  });
}

function declare<S extends z.ZodType>(schema: S, declared: Argument | Option): S {
  // A schema such as TEXT serves many entries, and each has its own flags.
  const own = schema.clone();
  DECLARED.set(own, declared);
  return own;
}

function declaredAs(schema: z.ZodType): Argument | Option {
  const declared = DECLARED.get(schema);
  if (declared === undefined) throw new Error('an entry of a command was declared without its flags');
  return declared;
}

function optionOf(flags: string, help: string, schema: z.ZodType): Option {
  const unset = schema.safeParse(undefined);
  const made = new Option(flags, help).makeOptionMandatory(!unset.success);
  return unset.data === undefined ? made : made.default(unset.data);
}

/** Keeps the text as it was typed: the schema reads it once more when the command runs. */
function checkedBy(schema: z.ZodType): (text: string) => string {
  return (text) => {
    const problem = schema.safeParse(text).error?.issues[0];
    if (problem !== undefined) throw new InvalidArgumentError(problem.message);
    return text;
  };
}

/** What was typed; undefined where nothing was, so that the schema gives its default. */
function typedValue(command: Command, schema: z.ZodType): unknown {
  const declared = declaredAs(schema);
  if (declared instanceof Argument) {
    return command.processedArgs[command.registeredArguments.indexOf(declared)];
  }
  return isTyped(command, declared) ? command.getOptionValue(declared.attributeName()) : undefined;
}

function typedOf(command: Command, table: Table): readonly string[] {
  return Object.values(table)
    .map(declaredAs)
    .flatMap((declared) =>
      declared instanceof Option && isTyped(command, declared) ? [declared.long ?? declared.flags] : [],
    );
}

function isTyped(command: Command, declared: Option): boolean {
  return command.getOptionValueSource(declared.attributeName()) === 'cli';
}
