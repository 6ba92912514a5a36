import type { IntlMessageFormat } from 'intl-messageformat'

type Ast = ReturnType<IntlMessageFormat['getAst']>
type Element = Ast[number]

const accented = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((letter, i) => [letter, [...'àƀçđéƒĝĥîĵķļɱñöþɋŕšţüṽŵẋýž'][i] ?? letter]))
const arabic = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((letter, i) => [letter, [...'ابتثجحخدذرزسشصضطظعغفقكلمنه'][i] ?? letter]))

const mapped = (text: string, letters: Map<string, string>) =>
  [...text].map((letter) => letters.get(letter.toLowerCase()) ?? letter).join('')

/** Longer by a third, as translations are, and without a plain Latin letter: what still has one was hard-coded. */
const lengthened = (text: string) => (/[a-z]/i.test(text) ? `${mapped(text, accented)}${'~'.repeat(Math.ceil(text.length / 3))}` : text)

function transformed(ast: Ast, change: (text: string) => string): Ast {
  return ast.map((element) => transformedElement(element, change))
}

function transformedElement(element: Element, change: (text: string) => string): Element {
  if ('options' in element) {
    const options = Object.fromEntries(
      Object.entries(element.options).map(([name, option]) => [name, { ...option, value: transformed(option.value, change) }]),
    )
    return { ...element, options }
  }
  if ('children' in element) return { ...element, children: transformed(element.children, change) }
  if (element.type === 0) return { ...element, value: change(element.value) }
  return element
}

/** The two languages no person speaks: `en-XA` finds hard-coded text, `ar-XB` finds layouts that break right to left. */
export const pseudoLanguages = ['en-XA', 'ar-XB'] as const

export const isPseudo = (language: string): boolean => pseudoLanguages.some((each) => each === language)

export function pseudoOf(language: string): ((ast: Ast) => Ast) | null {
  if (language === 'en-XA') return (ast) => transformed(ast, lengthened)
  if (language === 'ar-XB') return (ast) => transformed(ast, (text) => mapped(text, arabic))
  return null
}
