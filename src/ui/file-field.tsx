import type { Text } from '../platform/i18n/text.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import { fileSize } from './file-size.ts'

type FileFieldProps = FieldProps & {
  t: Text
  /** What the file dialog offers: `image/jpeg,image/png,application/pdf`. */
  accept: string
  /** The same as a person says it: `JPEG, PNG or PDF`. */
  kinds: string
  mostBytes: number
  multiple?: boolean
}

/** Words a script fills in; the signs stand for the name and size of a file the server has not seen. */
const wordsForScript = (t: Text, mostBytes: number) => ({
  'data-too-large': t('ui.file.too-large', { name: '%name%', size: '%size%', most: fileSize(t.language, mostBytes) }),
  'data-empty': t('ui.file.empty', { name: '%name%' }),
})

/** A plain file input. The label is the document asked for; a script shows what was chosen and refuses too large early. */
export function FileField({ t, accept, kinds, mostBytes, multiple, hint, ...field }: FileFieldProps) {
  const limits = t('ui.file.limits', { kinds, most: fileSize(t.language, mostBytes) })
  const described = {
    ...field,
    hint: (
      <>
        {hint ? <>{hint} </> : null}
        {limits}
      </>
    ),
  }
  return (
    <Field {...described}>
      <div class="file-field" data-file data-most-bytes={mostBytes} {...wordsForScript(t, mostBytes)}>
        <input
          class="file-input"
          id={field.id ?? field.name}
          name={field.name}
          type="file"
          accept={accept}
          multiple={multiple}
          {...describedBy(described)}
        />
      </div>
    </Field>
  )
}
