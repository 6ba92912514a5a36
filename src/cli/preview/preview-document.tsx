import type { VNode } from 'preact'
import type { Text } from '../../platform/i18n/text.ts'
import { Alert, type Assets, renderDocument } from '../../ui/index.ts'

type Props = {
  t: Text
  title: string
  assets: Assets
  /** Of the files it was drawn from: the script asks for another page once there is another. */
  version: number
  /** Why the last change could not be drawn. */
  fault: string | null
  /** Undefined: nothing could be drawn yet. */
  body: VNode | undefined
}

/** The whole page of a preview; it has no address of its own to send anything to. */
export function previewDocument({ t, title, assets, version, fault, body }: Props): string {
  return renderDocument(
    <html lang={t.language} dir={t.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={assets('portolan.css')} />
        <script type="module" src="/preview.js" />
      </head>
      <body data-version={String(version)}>
        <div class="demonstration-bar">
          <p class="wrap">{t('ui.demonstration')}</p>
        </div>
        <main class="wrap main stack" id="main">
          <p class="muted">
            {t('filing.preview.live')} <noscript>{t('filing.preview.no-script')}</noscript>
          </p>
          {fault ? (
            <Alert kind="act" title={t(body ? 'filing.preview.broken' : 'filing.preview.broken-first')}>
              <pre class="broken">{fault}</pre>
            </Alert>
          ) : null}
          {body ?? <h1>{title}</h1>}
        </main>
      </body>
    </html>,
  )
}
