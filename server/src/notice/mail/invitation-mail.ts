import type { Mail } from './mailer.js'

/**
 * An invitation by mail. Mailboxes are read by others: neither subject nor words name the initiative, who is in it, or what
 * it is about; only the link leads there.
 */
export function invitationMail(to: string, link: string): Mail {
  return {
    to,
    subject: 'You are invited',
    text: [
      'Somebody invites you to work on something together.',
      '',
      `Open this link to see what it is: ${link}`,
      '',
      'The link is meant for you alone and works once. If you did not expect it, you need not do anything.'
    ].join('\n')
  }
}
