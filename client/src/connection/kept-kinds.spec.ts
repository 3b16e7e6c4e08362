import { isKept, isReadable, keptOfWorkspace } from './kept-kinds.js'

const ID = '0199a000-0000-7000-8000-000000000001'

describe('which answers are kept', () => {
  it('[UI-202][UI-235] what pages show is, codes of invitations and sessions are not', () => {
    const kept = [
      ['session'],
      ['workspaces'],
      ['my-work'],
      ['workspace', ID],
      ['workspace', ID, 'tasks', ID],
      ['document', ID],
      ['document', ID, 'template']
    ]
    const never = [
      ['sessions'],
      ['workspace', ID, 'invitations'],
      ['invitation', 'secret', ID],
      ['sample-data'],
      ['document', ID, 'template', 'changes']
    ]
    expect(kept.map((key) => isKept(key))).toEqual(kept.map(() => true))
    expect(never.map((key) => isKept(key))).toEqual(never.map(() => false))
  })

  it('[UI-202] what this build cannot read is as good as absent', () => {
    expect(isReadable(['workspaces'], { pages: [{ items: [], nextCursor: null }], pageParams: [null] })).toBe(true)
    expect(isReadable(['workspaces'], { pages: [{ items: 'none' }], pageParams: [null] })).toBe(false)
    expect(isReadable(['document', ID], { id: ID })).toBe(false)
    expect(isReadable(['document', ID], null)).toBe(false)
    expect(isReadable(['workspace', ID, 'invitations'], { items: [] })).toBe(false)
  })

  it('[UI-208][UI-235] a workspace’s are its own parts, its documents, and what belongs to them', () => {
    const theirs = [
      { queryKey: ['document', 'one', 'facts'], answer: { hash: 'abc' } },
      { queryKey: ['workspace', ID, 'people'], answer: {} },
      { queryKey: ['document', 'one'], answer: { workspaceId: ID } },
      { queryKey: ['my-work'], answer: { workspaces: [{ id: ID }] } }
    ]
    const others = [
      { queryKey: ['document', 'two'], answer: { workspaceId: 'another' } },
      { queryKey: ['document', 'two', 'facts'], answer: { hash: 'abc' } },
      { queryKey: ['session'], answer: null }
    ]
    expect(keptOfWorkspace([...theirs, ...others], ID)).toEqual({ kept: theirs, documentIds: ['one'] })
  })

  it('[SAVE-23] facts and templates whose document’s view is not kept any more go with any workspace that goes', () => {
    const orphans = [
      { queryKey: ['document', 'three', 'facts'], answer: { hash: 'abc' } },
      { queryKey: ['document', 'three', 'template'], answer: {} }
    ]
    const others = [
      { queryKey: ['document', 'two'], answer: { workspaceId: 'another' } },
      { queryKey: ['document', 'two', 'facts'], answer: { hash: 'abc' } },
      { queryKey: ['workspace', 'another', 'people'], answer: {} },
      { queryKey: ['workspaces'], answer: {} }
    ]
    expect(keptOfWorkspace([...orphans, ...others], ID)).toEqual({ kept: orphans, documentIds: [] })
  })
})
