/**
 * The declared facts for those who read or write campaign files elsewhere: a page in plain words, and a JSON Schema
 * for editors. Both are made of the one table of facts and the one schema of the file; `docs/` holds them.
 */
import { z } from 'zod';
import { type DeclaredFact, declaredFacts } from '../screening/facts.js';
import { DEMANDED_PATHS } from './answers.js';
import { campaignSchema } from './campaign-schema.js';
import { describeFact } from './describe-fact.js';

/** The page: each fact with its question, the answers it knows, who needs it, and what otherwise happens. */
export function factsAsMarkdown(): string {
  return [
    '# What only you can say of a campaign',
    '',
    'Each of these stands in `campaign.yaml` under its key. A fact that a campaign needs and its file leaves open is never taken as favourable. This page is made of the table that also makes the gates, the comments in `campaign.yaml` and the questions of `ringfence init`.',
    ...declaredFacts.flatMap((fact) => ['', `## \`${fact.key}\``, '', ...paragraphs(fact)]),
    '',
  ].join('\n');
}

function paragraphs(fact: DeclaredFact): readonly string[] {
  const { form, question } = fact;
  const choices = form.kind === 'choice' ? [`One of: ${form.choices.join(', ')}.`] : [];
  return [question, '', [...choices, describeFact(fact)].join(' ')];
}

/** The form of the file as JSON Schema (draft 2020-12). What it cannot say, such as days that exist, the reader checks. */
export function campaignAsJsonSchema(): object {
  return z.toJSONSchema(campaignSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      switch (zodSchema._zod.def.type) {
        case 'boolean':
          // YAML reads `yes` as a text, and it is what people write.
          Object.assign(jsonSchema, { type: ['boolean', 'string'], enum: [true, false, 'yes', 'no'] });
          break;
        case 'custom':
          Object.assign(jsonSchema, { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
          break;
      }
      // A part may be left empty, but for the one in which a key is demanded.
      if (path.length === 0) jsonSchema.required = [...demandedParts];
      const fact = factAt(path);
      if (fact !== undefined) jsonSchema.description = `${fact.question} ${describeFact(fact)}`;
    },
  });
}

const demandedParts = new Set(DEMANDED_PATHS.map((path) => path.split('.')[0] ?? path));

/** A path of the schema names every `properties` on its way. */
function factAt(path: readonly (string | number)[]): DeclaredFact | undefined {
  const key = path.filter((step) => step !== 'properties').join('.');
  return declaredFacts.find((fact) => fact.key === key);
}
