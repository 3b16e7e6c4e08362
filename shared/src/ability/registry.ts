import { REGISTRY_LEVELS, type Artefact, type RegistryLevel, type Role } from '../framework/index.js'

/** From which level on the registry shows what there is of an artefact to the secretariat, as it is now. */
const SHOWN_FROM: Partial<Record<Artefact, RegistryLevel>> = { PROF: 'card', TASK: 'card_and_roadmap' }

/** Whether those who decide have let the registry show this to the role: for it, it is published. */
export function isOnRegistry(role: Role, artefact: Artefact, registry: RegistryLevel): boolean {
  const from = SHOWN_FROM[artefact]
  return role === 'SEC' && from !== undefined && REGISTRY_LEVELS.indexOf(registry) >= REGISTRY_LEVELS.indexOf(from)
}
