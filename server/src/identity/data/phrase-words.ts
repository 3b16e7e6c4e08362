/**
 * The words recovery phrases are made of: 1,024, so that each carries ten bits.
 * Everyday things of four to nine letters; no two are one slip apart (a letter missing, added, changed or swapped),
 * none begins another, none sounds like another, and spellings that differ between countries are left out.
 * Phrases in people's drawers are checked by their hash, so words may be exchanged here at any time; their number may not change.
 */
export const PHRASE_WORDS: readonly string[] = `
abacus academy accent acorn acrobat actor adult agent airport album alcove alley almond alphabet amazon amber anchor angle anthem antler
anvil apple april apron arena aroma arrow artist aspen asphalt aspirin athlete atlas attic attire auction author autumn avenue award
axle azure backpack badge bagel baker balcony ballad ballet balloon bamboo banana bandage banjo banner barber bargain barley barrel
basement basil basket bassoon battery bazaar beach beacon beaver bedroom beetle bellows belt beluga bevel bicycle birch biscuit bison
blanket blazer blender blizzard blossom bobbin bonfire bonnet bookcase border borough bottle boulder bouquet bowl bracelet braid branch
brass breeze brick bridge brine bronze broom brother brush bubble bucket buckle buffalo buffet bugle bulb bundle bungalow burger butter
button byway cabbage cabin cable cactus cadet calcium calendar calypso camel camera campus canal canary candle cannery canoe canvas
canyon cape capsule captain caramel caravan carbon cardinal cargo carol carpet carriage carrot cascade cashew castle catalog catfish
cedar celery cellar cement census century cereal chain chalk channel chapter charcoal charity chart cheese chef chemist cherry chess
chestnut child chimney chisel chive chorus chowder cinema cinnamon circle circus citadel citrus clam clarinet cliff climber clinic clock
cloud clover coach coast cobalt cobbler cocoa coconut cocoon coffee column comedy comet comma compass concert cookie copper coral corner
cosmos cottage cotton council cousin cove coyote cradle crane crater crayon crew cricket crocus crown crumb crystal cube cucumber
culture cumin cupboard cupcake curator curry curtain cushion custard cycle cymbal cypress dahlia dairy dancer dawn daylight decade
december degree delta denim desert desk dialect diamond dinner director diver doctor dolomite dolphin domino donkey dragon drawer dream
drum duck dune eagle eardrum earth easel east ebony echo eclipse economy edge eggplant elbow elder electric elephant elevator emblem
emerald energy engine envelope equator errand essay estate evening event example exhibit expert explorer express eyebrow fabric factory
fairway falcon family fanfare farmer fathom faucet feather february fence fennel fern ferry festival fiction fiddle field figure film
filter finch finger firefly fisher flag flamingo flannel flask fleece flint fluid flute flyer foam folder football forehead forest fork
formula fossil fountain frame freckle freezer friday friend fringe frog frost fruit fudge furnace furrow future gadget galaxy galleon
gallery gander garage garden garlic garnet gate gazelle gecko genius geology gerbil geyser giant giraffe glacier glass glaze glider
glitter globe glow goat gondola gong goose gopher gourd grain grammar grandma granite grape gravel gravy grid grove guava guest guide
guitar gulf gumbo gymnast habitat haircut halibut halo hammer hammock hamster hangar harness harp harvest hawk hazel helmet heron
hexagon hickory hill hinge hippo history hobby hockey holiday hollow honey hood horizon hornet horse hotel hummus husky hydrant hyena
iceberg icicle idea igloo iguana image index indigo infant inkwell inlet insect interval iris iron island item ivory jacket jaguar
janitor january jasmine jelly jetty jewel jigsaw joke journal judo juggler juice july jungle juniper kangaroo karate kayak keeper kelp
kettle keyboard kilogram kingdom kiosk kitchen kite kitten kiwi knuckle koala label lace ladder lagoon lamb lamppost language lantern
larch lasagna lather laurel lava lavender leader leaf league lecture legend lemon lemur lentil leopard letter lettuce lever liberty
library lichen light lilac lily lime linen linguist lion liquid lizard llama lobster locket lollipop loom lotus lullaby lumber lumen
lunch lynx lyric macaw machine maestro magenta magnet magpie mammoth mango manor mantis maple marathon marble margin marigold marina
market marsh mascot mattress maze meadow measure mechanic medal melody melon member memory menu merchant mermaid meteor metro midnight
midwife milk miner mint minute mirror mocha model molecule moment monarch monday month monument morning mortar mosaic moss motor mouse
muffin mule mural museum mushroom music myrtle mystery napkin nation nature navy nectar needle nephew nest network nickel niece nomad
noodle north notebook novel november nurse nutmeg nutrient nylon oasis oatcake oatmeal oboe observer ocean octave october octopus office
olive olympic onion onyx opal opera opinion oracle orange orbit orca orchard orchid oregano organ origin ostrich otter outfit oven oxbow
oxygen oyster ozone paddle page pagoda paint palace palm pancake panda panther papaya paper parade parcel park parsley partner pasta
pastry path patio pavement payment peacock peak peanut pebble pelican pencil penguin pepper perch perfume period petal phoenix photo
phrase piano pickle picnic picture pigeon pillow pilot pinball pine pioneer pizza plain planet plank plaster plate player plaza poem
polar polka pollen polo pomelo pond popcorn poppy porridge portrait postcard potato pottery powder prairie premium pretzel primrose
printer prism problem proverb pudding pulse pumpkin puppet purple puzzle pyramid python quail quarry quarter quartz queen quiet quill
quince quiver quota rabbit raccoon radar radio radish raft railway rainbow rainfall raisin rally rattle raven razor recipe reef referee
region relay reptile rescue result rhubarb rhythm ribbon rice road robin robot rodeo roof rooster rope rosemary rowboat ruby rudder
ruler runway saffron saga sailor salad salmon salsa salt sandal sandwich sapling sapphire sardine satin saucer sauna savanna sawdust
scale scallop scarf scholar school science scooter scroll seagull season seaweed seed sequel sequin series sesame shadow shampoo shark
sheep shelf sherbet shield ship shirt shoe shovel shrimp signal silver sister skate sketch sleeve slipper slope sloth smoke snack snail
sneaker snow soccer sofa sorbet sound soup south sparrow spice spider spinach spiral spirit splash sponge spoon spring spruce squash
squid stable stadia stadium stamp star station statue steam steel stew stone stool stork straw street student studio subway sugar summer
sunday sunrise sunset surfer survey swallow swan sweater swing symbol syrup tablet tadpole talent tandem tapioca tavern teacher teacup
teapot tennis tent terrace theorem thimble thistle thorn thumb thunder thyme ticket tide tiger timber tinsel title tofu token tomato
tongue topaz torch toucan tourist tower tractor trail tree trellis tribute trophy trout truck trumpet tuba tuesday tugboat tulip tundra
tunnel turban turkey turnip turtle tutor tweed twig typist ukulele uncle unicorn unit usher vacuum valve vanilla vase vault velvet
vendor veranda verse vessel viaduct village vinegar violet violin visitor vista vitamin vocal volcano volume voter voyage waffle wagon
walnut walrus warbler wasp watch water wave wedding weekend whale wheat wheel wicker window winter wire wisdom wolf wombat wool word
wrench writer yacht yarn yellow zebra zenith zephyr zinc zipper zodiac
`
  .trim()
  .split(/\s+/)
