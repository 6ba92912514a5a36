import type { ComponentChildren } from 'preact'

const rays = Array.from({ length: 16 }, (_, index) => (index * Math.PI) / 8)

/** The rhumb lines of an old harbour chart, from one rose. Decoration only. */
function RhumbLines() {
  const end = (angle: number) => `${Math.round(200 + 400 * Math.cos(angle))} ${Math.round(200 + 400 * Math.sin(angle))}`
  return (
    <svg class="rhumb-lines" viewBox="0 0 400 400" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <path d={rays.map((angle) => `M200 200L${end(angle)}`).join('')} />
      <circle cx="200" cy="200" r="60" />
      <circle cx="200" cy="200" r="150" />
    </svg>
  )
}

type HeroProps = { title: string; lead: string; actions: ComponentChildren; children: ComponentChildren }

/** The front page's head: what this is, what to do, and one form beside it. */
export function Hero({ title, lead, actions, children }: HeroProps) {
  return (
    <div class="hero">
      <RhumbLines />
      <div>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {actions}
      </div>
      {children}
    </div>
  )
}
