import { type Actor, packRulesFor, type PackedRule, type WorkspaceFacts } from '@roundtable/shared/ability'

interface PackedRules {
  readonly packed: readonly PackedRule[]
  /** The same as text: another text is another right. */
  readonly text: string
}

/** More kinds of seats and workspaces than a server meets at a time; the one made first makes place. */
const MOST_KEPT = 2000
const kept = new Map<string, PackedRules>()

/** CASL's rules for a seat, made once for all that are alike: they say nothing of whose seat it is, and take hundreds of decisions to make. */
export function packedRules(actor: Actor, workspace: WorkspaceFacts): PackedRules {
  const { seat, side, role, isFunder, mandateExpired, invitedByCivic } = actor
  const { modality, leadKind, namedPartner, outcome, registry } = workspace
  const key = JSON.stringify([
    seat === null,
    side,
    role,
    isFunder,
    mandateExpired,
    invitedByCivic,
    modality,
    leadKind,
    namedPartner,
    outcome,
    registry
  ])
  const known = kept.get(key)
  if (known) return known
  const packed = packRulesFor(actor, workspace)
  const rules = { packed, text: JSON.stringify(packed) }
  kept.set(key, rules)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return rules
}
