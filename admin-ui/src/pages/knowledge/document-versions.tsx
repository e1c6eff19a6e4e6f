import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { useVersions } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documentTexts } from '../../i18n/document.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Fact } from './fact.tsx';

/** The versions that were replaced, each with a link to its text. */
export function DocumentVersions({ id }: { readonly id: string }): ReactNode {
  const t = useTexts(documentTexts);
  const format = useFormat();
  return (
    <Fact term={t.versions}>
      <QueryView
        query={useVersions(id)}
        isEmpty={(versions) => versions.length === 0}
        empty={
          <Text size="sm" c="dimmed">
            {t.noVersions}
          </Text>
        }
      >
        {(versions) => (
          <Stack gap={4}>
            {versions.map(({ version, replacedAt }) => (
              <Text key={version} size="sm">
                <Anchor
                  inherit
                  underline="always"
                  renderRoot={(props) => (
                    <Link
                      {...props}
                      to="/knowledge/documents/$documentId"
                      params={{ documentId: id }}
                      search={{ version }}
                    />
                  )}
                >
                  {t.openVersion(format.number(version))}
                </Anchor>
                {` ${t.until(format.time(new Date(replacedAt)))}`}
              </Text>
            ))}
          </Stack>
        )}
      </QueryView>
    </Fact>
  );
}
