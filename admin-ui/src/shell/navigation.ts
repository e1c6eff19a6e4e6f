import {
  IconApi,
  IconBooks,
  IconChartBar,
  IconCpu,
  IconListCheck,
  IconMessages,
  IconScale,
  IconShieldLock,
  IconUsers,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Permission } from '../data/session.ts';

export interface Area {
  readonly name: AreaName;
  readonly path: string;
  readonly icon: ComponentType<IconProps>;
  /** Who has one of these sees the area. */
  readonly permissions: readonly Permission[];
}

export type AreaName =
  | 'assistant'
  | 'knowledge'
  | 'overview'
  | 'redaction'
  | 'audit'
  | 'policies'
  | 'models'
  | 'people'
  | 'reference';

export type GroupName = 'work' | 'trust' | 'operate';

/** The areas of the product as the side bar lists them. */
export const areas: Readonly<Record<GroupName, readonly Area[]>> = {
  work: [
    { name: 'assistant', path: '/assistant', icon: IconMessages, permissions: ['chat:create'] },
    {
      name: 'knowledge',
      path: '/knowledge',
      icon: IconBooks,
      permissions: ['document:read', 'collection:create'],
    },
  ],
  trust: [
    {
      name: 'redaction',
      path: '/redaction',
      icon: IconShieldLock,
      permissions: ['redaction:preview', 'redaction:read'],
    },
    { name: 'audit', path: '/audit', icon: IconListCheck, permissions: ['audit:read', 'audit:verify'] },
    { name: 'policies', path: '/policies', icon: IconScale, permissions: ['policy:read'] },
  ],
  operate: [
    { name: 'overview', path: '/overview', icon: IconChartBar, permissions: ['insights:read'] },
    { name: 'models', path: '/models', icon: IconCpu, permissions: ['model:inspect'] },
    { name: 'people', path: '/people', icon: IconUsers, permissions: ['user:list', 'api-key:list'] },
    { name: 'reference', path: '/reference', icon: IconApi, permissions: ['session:read'] },
  ],
};

export const groupNames: readonly GroupName[] = ['work', 'trust', 'operate'];

/** The areas of a group that a person with these permissions may see. */
export function visibleAreas(group: GroupName, held: readonly Permission[]): readonly Area[] {
  return areas[group].filter(({ permissions }) => permissions.some((wanted) => held.includes(wanted)));
}

/** Where a person starts: the first area they may see. */
export function homePath(held: readonly Permission[]): string {
  return groupNames.flatMap((group) => visibleAreas(group, held))[0]?.path ?? '/account';
}
