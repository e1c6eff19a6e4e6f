import { Group, Text, Tree, type TreeNodeData, useTree } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { reference } from '../../i18n/reference.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { ConstraintList } from './constraint-list.tsx';
import type { SchemaNode } from './document/schema-tree.ts';
import classes from './schema-view.module.css';

interface SchemaViewProps {
  readonly node: SchemaNode;
  readonly label: string;
  /** Whether fields may be left out at all: a reply has no optional marks worth reading. */
  readonly marksRequired: boolean;
}

/** A schema as lines that open and close. */
export function SchemaView({ node, label, marksRequired }: SchemaViewProps): ReactNode {
  const nodes = useMemo(() => indexNodes(node), [node]);
  const data = useMemo(() => [toTreeData(node)], [node]);
  const tree = useTree({ initialExpandedState: expandedAtFirst(node) });
  return (
    <Tree
      aria-label={label}
      data={data}
      tree={tree}
      levelOffset="md"
      classNames={{ root: classes['tree'] ?? '', label: classes['label'] ?? '' }}
      renderNode={({ node: { value }, expanded, hasChildren, elementProps }) => {
        const schema = nodes.get(value);
        return (
          <div {...elementProps}>
            <IconChevronRight
              size={14}
              aria-hidden
              className={classes['chevron']}
              data-expanded={expanded}
              data-hidden={!hasChildren}
            />
            {schema !== undefined && <SchemaLine node={schema} marksRequired={marksRequired} />}
          </div>
        );
      }}
    />
  );
}

interface SchemaLineProps {
  readonly node: SchemaNode;
  readonly marksRequired: boolean;
}

function SchemaLine({ node, marksRequired }: SchemaLineProps): ReactNode {
  const t = useTexts(reference);
  const { name, type, schemaName, required, description, constraints, recursive } = node;
  return (
    <div className={classes['line']}>
      <Group gap={8} wrap="wrap">
        {name !== undefined && <span className={classes['name']}>{name}</span>}
        <span className={classes['type']}>{schemaName === undefined ? type : `${schemaName} · ${type}`}</span>
        {marksRequired && name !== undefined && required && (
          <Text span size="xs" className={classes['required']}>
            {t.required}
          </Text>
        )}
        {recursive && (
          <Text span size="xs" c="dimmed">
            {t.recursive}
          </Text>
        )}
        <ConstraintList constraints={constraints} />
      </Group>
      {description !== '' && (
        <Text size="xs" c="dimmed" lang="en">
          {description}
        </Text>
      )}
    </div>
  );
}

function toTreeData({ key, name = key, children }: SchemaNode): TreeNodeData {
  return {
    value: key,
    label: name,
    ...(children.length === 0 ? {} : { children: children.map(toTreeData) }),
  };
}

function indexNodes(root: SchemaNode): ReadonlyMap<string, SchemaNode> {
  const found = new Map<string, SchemaNode>();
  const visit = (node: SchemaNode): void => {
    found.set(node.key, node);
    for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

/** The schema itself and its lists are open: what has to be opened first is read by nobody. */
function expandedAtFirst(root: SchemaNode): Record<string, boolean> {
  const open: Record<string, boolean> = { [root.key]: true };
  for (const child of root.children) if (root.relation !== 'fields') open[child.key] = true;
  return open;
}
