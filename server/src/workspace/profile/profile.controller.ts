import { Controller, Inject, UseGuards } from '@nestjs/common'
import type { RegistryLevel } from '@roundtable/shared/framework'
import {
  agreePopulationSchema,
  profileSchema,
  registryWishSchema,
  type AgreePopulation,
  type Profile,
  type ProfileView
} from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../../identity/index.js'
import { Operation } from '../../platform/operation.js'
import { IdParam, ParsedBody } from '../../platform/parsed.js'
import { AsksGuard } from '../asks.guard.js'
import { ProfileService } from './profile.service.js'

@Controller()
@UseGuards(SessionGuard, AsksGuard)
export class ProfileController {
  constructor(@Inject(ProfileService) private readonly profiles: ProfileService) {}

  @Operation('getProfile')
  view(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<ProfileView> {
    return this.profiles.view(personId, id)
  }

  @Operation('updateProfile')
  update(@IdParam() id: string, @ParsedBody(profileSchema) body: Profile, @SignedIn() { personId }: Authenticated): Promise<ProfileView> {
    return this.profiles.update(personId, id, body)
  }

  @Operation('wishRegistry')
  wish(
    @IdParam() id: string,
    @ParsedBody(registryWishSchema) { level }: { level: RegistryLevel },
    @SignedIn() { personId }: Authenticated
  ): Promise<ProfileView> {
    return this.profiles.wishRegistry(personId, id, level)
  }

  @Operation('agreePopulation')
  agree(
    @IdParam() id: string,
    @ParsedBody(agreePopulationSchema) body: AgreePopulation,
    @SignedIn() { personId }: Authenticated
  ): Promise<ProfileView> {
    return this.profiles.agreePopulation(personId, id, body)
  }

  @Operation('acceptProgramme')
  accept(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<ProfileView> {
    return this.profiles.acceptProgramme(personId, id)
  }
}
