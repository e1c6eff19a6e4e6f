import { Code, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { reference } from '../../i18n/reference.ts';
import { type Texts, useTexts } from '../../i18n/define-texts.ts';
import type { Constraint } from './document/schema-tree.ts';

export function ConstraintList({ constraints }: { readonly constraints: readonly Constraint[] }): ReactNode {
  const t = useTexts(reference);
  return (
    <Group gap={4} wrap="wrap">
      {constraints
        .flatMap((constraint) => describe(constraint, t))
        .map((text) => (
          <Code key={text}>{text}</Code>
        ))}
    </Group>
  );
}

type TextsOf<T> = T extends Texts<infer U> ? U : never;

function describe(constraint: Constraint, t: TextsOf<typeof reference>): readonly string[] {
  const texts = t.constraints;
  switch (constraint.kind) {
    case 'enum':
      return constraint.values;
    case 'closed':
      return [texts.closed];
    case 'pattern':
    case 'format':
    case 'default':
      return [texts[constraint.kind](constraint.value)];
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'multipleOf':
      return [texts[constraint.kind](constraint.value)];
    default:
      return constraint satisfies never;
  }
}
