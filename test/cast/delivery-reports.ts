interface Report {
  readonly mail: string
  readonly action?: string
  readonly status?: string
  /** Null: the servers kept none. */
  readonly envelopeId?: string | null
  readonly messageId?: string
}

/** A delivery status notification as a mail server writes it (RFC 3464, appendix E). */
export function reportOf({ mail, action = 'failed', status = '5.1.1', envelopeId = mail, messageId = `<${mail}@portolan.example>` }: Report): string {
  return [
    'From: MAILER-DAEMON@mx.example.test',
    'To: no-reply@portolan.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="A1B2/mx.example.test"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--A1B2/mx.example.test',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--A1B2/mx.example.test',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.test',
    ...(envelopeId === null ? [] : [`Original-Envelope-Id: ${envelopeId}`]),
    '',
    'Final-Recipient: rfc822; somebody@example.test',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--A1B2/mx.example.test',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    'Subject: There is news on a case ending 4821',
    '',
    '--A1B2/mx.example.test--',
    '',
  ].join('\r\n')
}
