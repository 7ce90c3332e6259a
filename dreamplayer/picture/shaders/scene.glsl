// What every shader knows: the stage (camera, air, palette, lamps), noise, and how a point in the world is seen.
// Screen units: y -1..1 upwards, x likewise times the aspect. World units: metres (see model/stage.py).
layout(std140) uniform Scene {
    vec4 camera;       // eye height, focal length, horizon, eye x
    vec4 view;         // aspect, 1 when mirrored in the ground, half height in pixels, clock (s, wrapped)
    vec4 air;          // rgb, density per metre
    vec4 light_from;   // glow x, carry, lamps in use, detail 0..1
    vec4 sky_is;       // clouds, nebula, stars, ridges
    vec4 zenith, horizon, glow, ground, body, key, rim, accent;   // zenith.w: shift of the lens; horizon.w: 1 in a place,
                                                                   // glow.w ground.w body.w: light from everywhere there
    vec4 lamp_at[8];       // xyz, reach
    vec4 lamp_colour[8];   // rgb, haze
};
#define EYE camera.x
#define FOCAL camera.y
#define HORIZON camera.z
#define ASPECT view.x
#define SHIFT zenith.w
#define IN_PLACE (horizon.w > .5)
#define LAMPS_ON_THINGS min(int(light_from.z), IN_PLACE ? 8 : 6)
#define NEAR .08           // metres, as model.place.NEAR
#define MIRRORED (view.y > .5)
#define CLOCK view.w

uint pcg(uint v) { uint s = v * 747796405u + 2891336453u; uint w = ((s >> ((s >> 28u) + 4u)) ^ s) * 277803737u; return (w >> 22u) ^ w; }
float chance(inout uint s) { s = pcg(s); return float(s >> 8) * (1. / 16777216.); }
float hash(vec2 p) { p = fract(p * vec2(123.34, 456.21)); p += dot(p, p + 45.32); return fract(p.x * p.y); }
float noise(vec2 p) {
    vec2 i = floor(p), f = fract(p);
    f = f * f * f * (f * (f * 6. - 15.) + 10.);
    return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y);
}
const mat2 TWIST = mat2(1.6, 1.2, -1.2, 1.6);
float fbm3(vec2 p) { float a = .5, s = 0.; for (int i = 0; i < 3; i++) { s += a * noise(p); p = TWIST * p + 3.7; a *= .5; } return s; }
float fbm(vec2 p) { float a = .5, s = 0.; for (int i = 0; i < 5; i++) { s += a * noise(p); p = TWIST * p + 3.7; a *= .5; } return s; }

// A world point to clip space; upright lines stay upright, and the ground mirrors y.
vec4 project(vec3 w) {
    float y = MIRRORED ? -w.y : w.y;
    return vec4((FOCAL * (w.x - camera.w) + SHIFT * w.z) / ASPECT, FOCAL * (y - EYE) + HORIZON * w.z, w.z - 2. * NEAR, w.z);
}
// Depth for the test against the solids of a place, -1..1, of what is so far away.
float depth_at(float z) { return 1. - 2. * NEAR / max(z, 1.01 * NEAR); }
// The same point, tested as if it were some metres nearer: feet are not cut by the floor they stand on.
vec4 nearer(vec4 c, float metres) { return vec4(c.xy, c.w * depth_at(c.w - metres), c.w); }
// Light from everywhere: of the sky on an empty stage, of a room's own lamps in a place; the two numbers are the shares
// of the glow and of what no palette gives.
vec3 ambient_light(float low, float least) {
    return IN_PLACE ? vec3(glow.w, ground.w, body.w) : zenith.rgb * 2. + horizon.rgb * 3. + glow.rgb * low + vec3(least);
}
// Pixels that a metre covers at a distance.
float pixels(float z) { return FOCAL * view.z / max(z, .05); }
// The colour of the distance where it is seen at screen x: air, and the glow it holds.
vec3 haze(float x) {
    float d = x - light_from.x;
    return air.rgb + glow.rgb * vec3(.95, .92, .80) * (.12 + .44 * exp(-d * d * .8));
}
// Share of a thing that the air hides; the heavens hang beyond the air.
float fog(float z) { return z > 300. ? 0. : 1. - exp(-air.a * max(z - 1.5, 0.)); }
// The light of all lamps at a point, and the side on the screen that it mostly comes from.
vec3 lamps_at(vec3 at, out vec2 side) {
    vec3 sum = vec3(0.);
    side = vec2(0., .001);
    int lamps = LAMPS_ON_THINGS;
    for (int i = 0; i < 8; i++) {
        if (i >= lamps) break;
        vec3 d = lamp_at[i].xyz - at;
        float dist2 = dot(d, d), fall = 1. / (1. + dist2 / (lamp_at[i].w * lamp_at[i].w));
        vec3 c = lamp_colour[i].rgb * fall;
        sum += c;
        side += d.xy * inversesqrt(dist2 + .02) * dot(c, vec3(.4));
    }
    side *= inversesqrt(dot(side, side) + 1e-4);
    return sum;
}
