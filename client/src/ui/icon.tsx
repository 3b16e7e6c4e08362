/** Line icons on a 24 grid. Never the only carrier of meaning unless the control has a name of its own. */
const PATHS = {
  saved: 'M20 12a8 8 0 1 1-4.7-7.3M9 11.5l3 3 8-8.5',
  saving: 'M12 4a8 8 0 1 1-7.4 5M4 4v5h5',
  unfinished: 'M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5',
  device: 'M7 3h10v18H7zM11 18h2',
  reconnecting: 'M4 9a12 12 0 0 1 16 0M7 13a7.5 7.5 0 0 1 10 0M12 18h.01',
  readOnly: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  attention: 'M12 3.5 21.5 20h-19zM12 10v4.5M12 17.2v.1',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v5.5M12 7.8v.1',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 10.5v6M13.5 10.5v6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4',
  more: 'M5.5 11.4v1.2M12 11.4v1.2M18.5 11.4v1.2M4.9 12h1.2M11.4 12h1.2M17.9 12h1.2',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.4-4 3-6 6.5-6s6.1 2 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.7 3.5 5.5',
  bold: 'M7.5 4.5h5.5a3.7 3.7 0 0 1 0 7.4H7.5zM7.5 11.9h6.3a3.9 3.9 0 0 1 0 7.6H7.5z',
  italic: 'M10 4.5h7M7 19.5h7M14 4.5l-4 15',
  bullets: 'M9.5 6H20M9.5 12H20M9.5 18H20M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M4 4.5l1.5-.7V8M3.8 11h2.4l-2.4 3.5h2.5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9',
  heading: 'M6 5v14M18 5v14M6 12h12',
  undo: 'M8.5 4.5 4 9l4.5 4.5M4.5 9H14a5.5 5.5 0 0 1 0 11h-3',
  redo: 'M15.5 4.5 20 9l-4.5 4.5M19.5 9H10a5.5 5.5 0 0 0 0 11h3',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  view: 'M3 12c4.5-8 13.5-8 18 0-4.5 8-13.5 8-18 0M12 10v4M10 12h4',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 21 21',
  help: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M9.3 9.3a2.8 2.8 0 0 1 5.4.9c0 1.9-2.7 2.3-2.7 4.2M12 17.2v.1',
  agreement: 'M6 3h9l3 3v15H6zM9.5 9h5M9.5 13h5M9.5 17h2.5',
  flag: 'M5 21V4h14l-3.5 4.5L19 13H5',
  offline: 'M4 9a12 12 0 0 1 5-2.7M13 6a12 12 0 0 1 7 3M7 13a7.5 7.5 0 0 1 5-2M12 18h.01M4 4l16 16'
} as const

export type IconName = keyof typeof PATHS
export const ICON_NAMES = Object.keys(PATHS) as readonly IconName[]
const MIRRORED: ReadonlySet<IconName> = new Set([
  'back',
  'previous',
  'next',
  'undo',
  'redo',
  'bullets',
  'numbers',
  'saving',
  'flag',
  'help'
])

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className={MIRRORED.has(name) ? 'icon icon--mirrored' : 'icon'}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
