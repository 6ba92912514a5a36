import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cleanFileName } from './file-name.ts'

describe('the name of an uploaded file', () => {
  it('stays as it is when it is a plain name, in any script', () => {
    for (const name of ['passport.pdf', 'Свидетельство о браке.jpg', '结婚证.png', 'شهادة.pdf', 'a.b (2).tiff']) {
      assert.equal(cleanFileName(name), name)
    }
  })

  it('loses every part of a path', () => {
    assert.equal(cleanFileName('../../etc/passwd.pdf'), 'passwd.pdf')
    assert.equal(cleanFileName('C:\\Users\\maria\\scan.pdf'), 'scan.pdf')
    assert.equal(cleanFileName('....pdf'), 'pdf')
  })

  it('loses hidden and reordering characters, and those that file systems reserve', () => {
    assert.equal(cleanFileName('photo\u202efdp.exe'), 'photofdp.exe')
    assert.equal(cleanFileName('a\u0000b\r\nc\u200bd\u2066.pdf'), 'abcd.pdf')
    assert.equal(cleanFileName('a<b>:"c|d?*.pdf'), 'a_b___c_d__.pdf')
    assert.equal(cleanFileName('  a \t  b.pdf. '), 'a b.pdf')
  })

  it('is cut at 120 characters with its ending kept', () => {
    const name = cleanFileName(`${'é'.repeat(300)}.PDF`) ?? ''
    assert.equal(Array.from(name).length, 120)
    assert.ok(name.endsWith('é.pdf'))
  })

  it('is refused when nothing is left to call it by, or a device is meant', () => {
    for (const name of ['', '...', '///', '\u202e', '???', 'CON', 'aux.pdf', 'lpt1.png']) {
      assert.equal(cleanFileName(name), undefined, name)
    }
  })
})
