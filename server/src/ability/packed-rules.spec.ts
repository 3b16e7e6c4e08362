import { type Actor, packRulesFor } from '@roundtable/shared/ability'
import { LEAD_KINDS, MODALITIES, PARTNER_KINDS, REGISTRY_LEVELS, ROLES, sideOfRole } from '@roundtable/shared/framework'
import { packedRules } from './packed-rules.js'

it('[ABIL-36] rules that are kept are the rules that would be made, for every seat and workspace, and whoever asks', () => {
  let asked = 0
  for (const modality of MODALITIES) {
    for (const role of ROLES) {
      for (let flags = 0; flags < 16; flags++) {
        const actor = (person: string): Actor => ({
          person,
          seat: flags & 8 ? null : person,
          side: sideOfRole(role),
          role,
          isFunder: (flags & 1) > 0,
          mandateExpired: (flags & 2) > 0,
          invitedByCivic: (flags & 4) > 0
        })
        const workspace = {
          modality,
          leadKind: LEAD_KINDS[asked % LEAD_KINDS.length]!,
          namedPartner: PARTNER_KINDS[asked % PARTNER_KINDS.length]!,
          outcome: null,
          registry: REGISTRY_LEVELS[asked % REGISTRY_LEVELS.length]!
        }
        asked++
        const first = packedRules(actor('one'), workspace)
        expect(packedRules(actor('two'), { ...workspace })).toBe(first)
        expect(first.packed).toEqual(packRulesFor(actor('two'), workspace))
        expect(JSON.parse(first.text)).toEqual(JSON.parse(JSON.stringify(first.packed)))
      }
    }
  }
  expect(asked).toBe(MODALITIES.length * ROLES.length * 16)
})
