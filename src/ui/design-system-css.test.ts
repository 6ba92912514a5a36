import assert from 'node:assert/strict'
import test from 'node:test'
import { adaptDesignSystem, declarationsFor, keepUsed, parseCss, printCss } from './design-system-css.ts'

test('a style sheet that is read and printed is the same', () => {
  const css = '@layer a,b;.x{color:red}@media print{.x,.y{margin:0}}'
  assert.equal(printCss(parseCss(css)), css)
})

test('a block that never closes is told', () => {
  assert.throws(() => parseCss('.x{color:red'), /never closes/)
})

test('selectors of parts that are not drawn are left out, the rest of their rule stays', () => {
  const css = '.usa-button,.usa-banner a{color:red}.usa-banner{top:0}@media print{.usa-banner{top:0}}h1{top:0}'
  assert.equal(printCss(keepUsed(parseCss(css), new Set(['usa-button']))), '.usa-button{color:red}h1{top:0}')
})

test('left and right become start and end', () => {
  assert.equal(
    declarationsFor('margin-left:1px;border-right-width:0;left:2px;text-align:left;float:right', new Map()),
    'margin-inline-start:1px;border-inline-end-width:0;inset-inline-start:2px;text-align:start;float:end',
  )
})

test('a colour of the palette becomes its custom property; white-space stays what it is', () => {
  const colours = new Map([
    ['#0d5f6b', 'var(--sea)'],
    ['white', 'var(--paper)'],
  ])
  assert.equal(declarationsFor('color:#0d5f6b;background:white;white-space:nowrap', colours), 'color:var(--sea);background:var(--paper);white-space:nowrap')
})

test('pictures of the design system are dropped', () => {
  assert.equal(declarationsFor('color:red;background-image:url("../img/x.svg");top:0', new Map()), 'color:red;top:0')
})

test('only the design system’s layer is adapted', () => {
  const css = '@layer design-system{.usa-x{left:0}}@layer parts{.y{left:0}}'
  assert.equal(
    printCss(adaptDesignSystem(parseCss(css), new Set(['usa-x']), new Map())),
    '@layer design-system{.usa-x{inset-inline-start:0}}@layer parts{.y{left:0}}',
  )
})
