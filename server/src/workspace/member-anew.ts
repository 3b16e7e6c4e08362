import { type Member, type Query, readMember } from '../ability/index.js'

/** The same person after a change that may have been about them; as they were, where their seat has ended with it. */
export async function memberAnew(query: Query, member: Member): Promise<Member> {
  return (await readMember(query, member.workspaceId, member.personId)) ?? member
}
