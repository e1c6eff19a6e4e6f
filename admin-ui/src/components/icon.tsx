import type { ReactNode } from 'react';
import './icon.css';

/** Strokes on a 20 × 20 grid. */
const shapes = {
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  moon: 'M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z',
  leave: 'M8 3.5H4.5v13H8M12 6.5l3.5 3.5-3.5 3.5M15.5 10H8',
  plus: 'M10 4v12M4 10h12',
  send: 'M10 16V4.5M5 9l5-4.8L15 9',
  stop: 'M6 6h8v8H6Z',
  shield: 'M10 2.5 4 4.8v4.7c0 3.8 2.5 6.6 6 8 3.5-1.4 6-4.2 6-8V4.8L10 2.5Z',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  quote:
    'M4 13.5V9.8C4 7.7 5.2 6.3 7.5 6M11 13.5V9.8c0-2.1 1.2-3.5 3.5-3.8M4 10h3.5v3.5H4ZM11 10h3.5v3.5H11Z',
  question: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM8 8.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3M10 13.4v.1',
  chat: 'M4 5h12v8.5H9.5L6 16.5v-3H4Z',
  warning: 'M10 3.5 2.8 16h14.4L10 3.5ZM10 8.2v3.6M10 13.9v.1',
  copy: 'M7 7h9v9H7ZM4 13V4h9',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z',
  eyeOff:
    'M3.5 3.5l13 13M8 5.3A7 7 0 0 1 10 5c4.8 0 7.5 5 7.5 5a13 13 0 0 1-2 2.6M13 14.2a6.8 6.8 0 0 1-3 .8c-4.8 0-7.5-5-7.5-5a13.5 13.5 0 0 1 3.4-3.7',
  arrow: 'M4 10h12M11.5 5.5 16 10l-4.5 4.5',
} as const;

export type IconName = keyof typeof shapes;

/** A decoration: the words beside it, or its button's label, say what it means. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
