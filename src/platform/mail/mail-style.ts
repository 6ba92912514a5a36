// The tokens of the pages, written out: few mail programs know custom properties. No character here needs escaping.
const light = `
body { margin: 0; padding: 0; background: #f7f4ee; color: #16233b;
  font-family: Public Sans, system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Arial, sans-serif;
  font-size: 17px; line-height: 1.55; -webkit-text-size-adjust: 100%; }
.demonstration { margin: 0; padding: 8px 24px; background: #083f49; color: #ffffff; font-size: 15px; }
.sender { max-width: 560px; margin: 0 auto; padding: 24px 24px 12px;
  font-size: 19px; font-weight: 700; color: #0d5f6b; }
.letter { max-width: 560px; margin: 0 auto; padding: 28px 24px; background: #ffffff;
  border: 1px solid #ddd6c8; border-top: 4px solid #0d5f6b; border-radius: 10px; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.2; }
p { margin: 0 0 16px; }
dl { margin: 0 0 16px; } dt { color: #4a5872; font-size: 15px; } dd { margin: 0 0 10px; font-weight: 600; }
.code { margin: 0 0 16px; padding: 16px; background: #e6f1f1; border-radius: 8px; text-align: center; }
.code .label { display: block; font-size: 15px; color: #4a5872; }
.code .digits { font-family: Roboto Mono, ui-monospace, Menlo, Consolas, monospace; font-size: 32px; font-weight: 700;
  letter-spacing: 5px; white-space: nowrap; }
.button { display: inline-block; padding: 14px 24px; background: #0d5f6b; color: #ffffff; font-weight: 600;
  text-decoration: none; border-radius: 8px; }
.address { font-size: 15px; color: #4a5872; word-break: break-all; }
.footer { max-width: 560px; margin: 0 auto; padding: 20px 24px 32px; font-size: 15px; color: #4a5872; }`

const dark = `
@media (prefers-color-scheme: dark) {
  body { background: #0d1522; color: #eef2f7; }
  .demonstration { background: #0a2a31; }
  .sender { color: #7fc9d0; }
  .letter { background: #131c2b; border-color: #2c394e; border-top-color: #7fc9d0; }
  dt, .code .label, .address, .footer { color: #b4bfd0; }
  .code { background: #14313a; }
  .button { background: #7fc9d0; color: #131c2b; }
}`

/** The style sheet of every mail: sea and sand like the pages, light and dark, left to right and right to left. */
export const mailStyle = `${light}\n${dark}\n`
