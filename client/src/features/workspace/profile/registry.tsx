import { decidingSides, REGISTRY_LEVELS, type RegistryLevel } from '@roundtable/shared/framework'
import type { ProfileView, WorkspaceView } from '@roundtable/shared/protocol'
import { useState, type FormEvent } from 'react'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { useWishRegistry } from './profile.js'

interface RegistryProps {
  readonly workspace: WorkspaceView
  readonly profile: ProfileView
}

/** What the secretariat may see: the least of what the deciding sides allow. */
export function Registry({ workspace, profile }: RegistryProps) {
  const { t } = useText()
  const may = useMay(workspace)('approve', 'PROF')
  const wishOf = (side: string) => profile.registryWishes.find((wish) => wish.side === side)?.level
  return (
    <section className="section stack" aria-labelledby="registry-title">
      <h2 id="registry-title">{t('registry.title')}</h2>
      <p>{t('registry.lead')}</p>
      <div>
        <p>
          <strong>{t('registry.now', { level: t(`registryLevel.${profile.registry}`) })}</strong>
        </p>
        {decidingSides(workspace).map((side) => {
          const level = wishOf(side)
          const named = { side: t(`side.${side}`) }
          return (
            <p key={side}>
              {level === undefined ? t('registry.wishNone', named) : t('registry.wish', { ...named, level: t(`registryLevel.${level}`) })}
            </p>
          )
        })}
      </div>
      {may.allowed ? (
        <WishForm workspace={workspace} wished={wishOf(workspace.mySeat.side ?? '')} />
      ) : (
        <WhyNot cannot={t('registry.cannot')} because={may.because} />
      )}
    </section>
  )
}

function WishForm({ workspace, wished }: { readonly workspace: WorkspaceView; readonly wished: RegistryLevel | undefined }) {
  const { t } = useText()
  const announce = useAnnounce()
  const wish = useWishRegistry(workspace.id)
  const [level, setLevel] = useState<RegistryLevel>(wished ?? 'none')
  const { side } = workspace.mySeat
  if (side === null) return null

  function submit(event: FormEvent) {
    event.preventDefault()
    wish.mutate(level, { onSuccess: () => announce(t('form.saved')) })
  }

  return (
    <form className="stack" noValidate onSubmit={submit}>
      <FormProblem error={wish.error} />
      <ChoiceGroup
        label={t('registry.mine')}
        kind="one"
        choices={REGISTRY_LEVELS.map((one) => ({ value: one, label: t(`registryLevel.${one}`) }))}
        chosen={[level]}
        onChange={([chosen]) => setLevel(REGISTRY_LEVELS.find((one) => one === chosen) ?? level)}
      />
      <div className="row">
        <Button type="submit" isPending={wish.isPending}>
          {t('registry.save', { side: t(`side.${side}`) })}
        </Button>
      </div>
    </form>
  )
}
