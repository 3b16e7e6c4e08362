import { Inject, Injectable } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { DataSource } from 'typeorm'
import { WORKSPACE_STORE, type WorkspaceStore } from '../../workspace/index.js'
import { SAMPLE_WORKSPACE_IDS, isSampleLoaded, loadSampleCountry } from '../sample/load-sample-country.js'
import { sampleDoors } from '../sample/sample-doors.js'

/** The sample country, where the operator chooses whether to have it. */
@Injectable()
export class SampleChoice {
  constructor(
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(DataSource) private readonly source: DataSource
  ) {}

  isLoaded(): Promise<boolean> {
    return isSampleLoaded(this.#workspaces)
  }

  /**
   * Loads what is missing of it, and seats the operator there as an observer: without the one-click door nobody else could
   * show it to them. Sample people become nothing by it.
   */
  async load({ personId, name }: { readonly personId: string; readonly name: string }): Promise<void> {
    await loadSampleCountry(sampleDoors(this.modules, this.#url))
    for (const workspaceId of SAMPLE_WORKSPACE_IDS)
      if (!(await this.#workspaces.hasSeat(workspaceId, personId)))
        await this.#workspaces.insertSeat({ workspaceId, personId, name, side: null, role: 'OBS' })
  }

  get #workspaces(): WorkspaceStore {
    return this.modules.get<WorkspaceStore>(WORKSPACE_STORE, { strict: false })
  }

  get #url(): string {
    const { options } = this.source
    if (options.type !== 'postgres' || options.url === undefined) throw new Error('the database has no address')
    return options.url
  }
}
