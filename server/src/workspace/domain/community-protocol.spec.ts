import type { Stance } from '@roundtable/shared/protocol'
import { judgeProtocol } from './community-protocol.js'

const COMMUNITY = ['ana', 'ben', 'caro', 'dina', 'eli']

function judge(recordedBy: string, candidate: string, said: Readonly<Record<string, Stance>> = {}, community = COMMUNITY) {
  return judgeProtocol({ recordedBy, candidate, community, answers: Object.entries(said).map(([seatId, stance]) => ({ seatId, stance })) })
}

describe('how a community chooses its delegate', () => {
  it('[SEAT-10] it holds when more than half of the others agree, and not before: silence is never consent', () => {
    expect(judge('ana', 'ana')).toMatchObject({ status: 'open', confirmed: 0, needed: 3 })
    expect(judge('ana', 'ana', { ben: 'agree', caro: 'agree' })).toMatchObject({ status: 'open', confirmed: 2 })
    expect(judge('ana', 'ana', { ben: 'agree', caro: 'agree', dina: 'agree' })).toMatchObject({ status: 'in_effect', isConfirmed: true })
  })

  it('[SEAT-10] half of an even number is no majority', () => {
    const four = COMMUNITY.slice(0, 3)
    expect(judge('ana', 'ana', { ben: 'agree' }, four)).toMatchObject({ status: 'open', needed: 2 })
    expect(judge('ana', 'ana', { ben: 'agree', caro: 'agree' }, four).status).toBe('in_effect')
  })

  it('[SEAT-11] nobody becomes the delegate without having agreed, nor against their will', () => {
    const others = { caro: 'agree', dina: 'agree', eli: 'agree' } as const
    expect(judge('ana', 'ben', others).status).toBe('open')
    expect(judge('ana', 'ben', { ...others, ben: 'object' }).status).toBe('refused')
    expect(judge('ana', 'ben', { ...others, ben: 'agree' }).status).toBe('in_effect')
  })

  it('[SEAT-10] it is refused as soon as no majority can come about any more', () => {
    expect(judge('ana', 'ana', { ben: 'object' }).status).toBe('open')
    expect(judge('ana', 'ana', { ben: 'object', caro: 'object' }).status).toBe('refused')
  })

  it('[SEAT-12] whoever is alone is the delegate at once, provisionally', () => {
    expect(judge('ana', 'ana', {}, ['ana'])).toEqual({ status: 'in_effect', confirmed: 0, needed: 0, isConfirmed: false })
  })

  it('[SEAT-12] the recorder of somebody else’s choice has confirmed it; the candidate’s own word does not', () => {
    expect(judge('ana', 'ben', { ben: 'agree' }, ['ana', 'ben'])).toMatchObject({ status: 'in_effect', isConfirmed: true })
    expect(judge('ana', 'ben', { ben: 'agree' }, ['ben'])).toMatchObject({ status: 'in_effect', isConfirmed: false })
  })

  it('[SEAT-10] only those who are here now count: whoever left neither agrees nor objects, and a candidate who left cannot be chosen', () => {
    expect(judge('ana', 'ana', { gone: 'agree', ben: 'agree' }, ['ana', 'ben', 'caro']).status).toBe('open')
    expect(judge('ana', 'ana', { gone: 'object', ben: 'agree', caro: 'agree' }, ['ana', 'ben', 'caro']).status).toBe('in_effect')
    expect(judge('ana', 'gone', { ben: 'agree', caro: 'agree' }, ['ana', 'ben', 'caro']).status).toBe('refused')
  })
})
