import type { Text } from '../../platform/i18n/text.ts'

const places = ['receipt', 'account', 'code'] as const

/** A line of writing that need not be read: from x to the end, at height y. */
const Line = ({ x, y, width }: { x: number; y: number; width: number }) => <rect class="drawn-line" x={x} y={y} width={width} height="5" rx="2.5" />

const body: readonly (readonly [y: number, width: number])[] = [[132, 256], [144, 232], [156, 118]]
const steps: readonly (readonly [y: number, width: number])[] = [[324, 150], [342, 164], [360, 132]]

/** The circled figure that the list beside the drawing explains. */
const Pin = ({ place, y }: { place: number; y: number }) => (
  <>
    <circle class="drawn-pin" cx="262" cy={y} r="12" />
    <text class="drawn-figure" x="262" y={y + 5}>
      {place}
    </text>
  </>
)

/** The frame with the three numbers: the invented ones that stand wherever they are told apart, and a code that is kept hidden. */
function Numbers() {
  return (
    <>
      <rect class="drawn-frame" x="24" y="182" width="272" height="120" rx="6" />
      <Line x={38} y={192} width={64} />
      <text class="drawn-number" x="38" y="213">
        IOE9012345677
      </text>
      <Pin place={1} y={206} />
      <rect class="drawn-mark" x="30" y="222" width="260" height="40" rx="6" />
      <Line x={38} y={228} width={96} />
      <text class="drawn-number drawn-number--sought" x="38" y="254">
        4821 0937 5523
      </text>
      <Pin place={2} y={242} />
      <Line x={38} y={268} width={80} />
      {Array.from({ length: 13 }, (_, dot) => (
        <circle key={dot} class="drawn-hidden" cx={42 + dot * 12 + Math.floor(dot / 4) * 8} cy="286" r="4" />
      ))}
      <Pin place={3} y={281} />
    </>
  )
}

/** The notice as a sheet: sender, address, text, the frame, what to do with a square code. Its writing stays from left to right. */
function Sheet({ label }: { label: string }) {
  return (
    <svg class="drawn-notice" viewBox="0 0 320 392" role="img" aria-label={label}>
      <rect class="drawn-sheet" x="1" y="1" width="318" height="390" rx="4" />
      <rect class="drawn-strong" x="24" y="24" width="84" height="8" rx="4" />
      <Line x={24} y={38} width={64} />
      <path class="drawn-code" d="M200 22v24M206 22v24M210 22v24M218 22v24M222 22v24M230 22v24M238 22v24M242 22v24M250 22v24M258 22v24M262 22v24M270 22v24M278 22v24M282 22v24M290 22v24M296 22v24" />
      <Line x={24} y={64} width={90} />
      <Line x={24} y={75} width={104} />
      <Line x={24} y={86} width={78} />
      <rect class="drawn-strong" x="24" y="108" width="210" height="10" rx="5" />
      {body.map(([y, width]) => (
        <Line key={y} x={24} y={y} width={width} />
      ))}
      <Numbers />
      {steps.map(([y, width]) => (
        <Line key={y} x={24} y={y} width={width} />
      ))}
      <path class="drawn-code" d="M248 322h16v16h-16zM280 322h16v16h-16zM248 354h16v16h-16zM272 346h8M286 352v18M272 362h8" />
    </svg>
  )
}

/** Where the numbers stand on an Account Access Notice: a drawing of our own, and the same in words. */
export function DrawnNotice({ t }: { t: Text }) {
  return (
    <figure class="drawn">
      <Sheet label={t('help.number.drawing.alt')} />
      <figcaption>
        <p>{t('help.number.drawing.title')}</p>
        <ol>
          {places.map((place) => (
            <li key={place}>{t(`help.number.drawing.${place}`)}</li>
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}
