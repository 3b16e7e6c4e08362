import { Inject, Injectable } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { DataSource } from 'typeorm'
import { WORKSPACE_STORE, type WorkspaceStore } from '../../workspace/index.js'
import { isSampleLoaded, loadSampleCountry } from '../sample/load-sample-country.js'
import { sampleDoors } from '../sample/sample-doors.js'

/** The sample country, where the operator chooses whether to have it. */
@Injectable()
export class SampleChoice {
  constructor(
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(DataSource) private readonly source: DataSource
  ) {}

  isLoaded(): Promise<boolean> {
    return isSampleLoaded(this.modules.get<WorkspaceStore>(WORKSPACE_STORE, { strict: false }))
  }

  /**
   * Loads what is missing of it, and seats the operator there as an observer: without the one-click door nobody else could
   * show it to them. Sample people become nothing by it.
   */
  load(operator: { readonly personId: string; readonly name: string }): Promise<void> {
    return loadSampleCountry(sampleDoors(this.modules, this.#url), operator)
  }

  get #url(): string {
    const { options } = this.source
    if (options.type !== 'postgres' || options.url === undefined) throw new Error('the database has no address')
    return options.url
  }
}
