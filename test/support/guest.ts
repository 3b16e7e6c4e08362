import type { Problem } from '@roundtable/shared/error'
import { acceptedSchema, invitationPreviewSchema, type Accepted, type InvitationPreview } from '@roundtable/shared/protocol'
import { BrowserSession } from './browser-session.js'
import type { TestServer } from './server.js'

export interface Refused {
  readonly code: string
  readonly fields: string[]
}

/** A browser that comes to the door with an invitation, signed out at first. */
export class Guest {
  readonly browser: BrowserSession

  constructor(server: TestServer, headers: Readonly<Record<string, string>> = {}) {
    this.browser = new BrowserSession(server, headers)
  }

  /** The answer, or how it was refused. */
  async accept(secret: string, more: object = {}): Promise<Accepted | Refused> {
    const answer = await this.browser.post('/api/invitations/accept', { secret, name: 'Quiet River', ...more })
    return answer.status === 200 ? acceptedSchema.parse(answer.body) : refused(answer.body as Problem)
  }

  async preview(secret: string): Promise<InvitationPreview | Refused> {
    const answer = await this.browser.post('/api/invitations/preview', { secret })
    return answer.status === 200 ? invitationPreviewSchema.parse(answer.body) : refused(answer.body as Problem)
  }
}

function refused({ code, fields }: Problem): Refused {
  return { code, fields: fields.map(({ field }) => field) }
}

/** The secret of an invitation's link. */
export function secretIn(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1)
}
