const shapes = {
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m-1 4h2v2h-2zm0 4h2v6h-2z',
  warn: 'M12 3 1.8 20.5h20.4zm-1 6h2v5.5h-2zm0 7h2v2h-2z',
  good: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m-1.4 13.2-4-4 1.4-1.4 2.6 2.6 5.4-5.4 1.4 1.4z',
  act: 'M4 3h2v18H4zm3 1h12.5l-3 4 3 4H7z',
  next: 'm9 5 7 7-7 7-1.5-1.5L13 12 7.5 6.5z',
  previous: 'm15 5-7 7 7 7 1.5-1.5L11 12l5.5-5.5z',
} as const

export type IconName = keyof typeof shapes

/** A drawn sign beside words that say the same; arrows turn with the reading direction. */
export function Icon({ name }: { name: IconName }) {
  const turns = name === 'next' || name === 'previous'
  return (
    <svg class={turns ? 'icon icon--turns' : 'icon'} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} fill-rule="evenodd" />
    </svg>
  )
}
