/** One path on a plain viewBox: what a QR code or barcode library draws. Nothing else is let through. */
const drawing = /^<svg [^<>]*viewBox="([\d. ]{3,40})"[^<>]*>((?:<(?:path|rect) [^<>]*\/>\s*){1,8})<\/svg>\s*$/
const unsafe = /\bon\w+=|href|style|javascript:|url\(/i

/** Shows a drawing that came as SVG text; throws on one that is more than paths and rectangles. `label` says what it is. */
export function TrustedDrawing({ svg, label }: { svg: string; label: string }) {
  const [, viewBox, shapes = ''] = drawing.exec(svg.trim()) ?? []
  if (!viewBox || unsafe.test(shapes)) throw new Error('A drawing holds more than paths and rectangles')
  return (
    <svg
      class="drawing"
      viewBox={viewBox}
      role="img"
      aria-label={label}
      dangerouslySetInnerHTML={{ __html: shapes }}
    />
  )
}

/** Plain text as paragraphs: an empty line parts them, lines that begin with `- ` make a list. No markup passes. */
export function Paragraphs({ text }: { text: string }) {
  const blocks = text.trim().split(/\n\s*\n/)
  return (
    <>
      {blocks.map((block, index) => {
        const lines = block.split('\n')
        if (!lines.every((line) => line.startsWith('- '))) return <p key={index}>{lines.join(' ')}</p>
        return (
          <ul key={index}>
            {lines.map((line) => (
              <li key={line}>{line.slice(2)}</li>
            ))}
          </ul>
        )
      })}
    </>
  )
}
