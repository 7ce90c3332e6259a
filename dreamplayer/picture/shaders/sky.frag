// The heavens: a near-black gradient, the glow along the horizon, a leaning galaxy, thin veils of cloud.
in vec2 p;
out vec4 o;
void main() {
    float y = max(p.y - HORIZON, 0.), top = max(1. - HORIZON, .2), v = y / top;
    vec2 p = vec2(p.x - SHIFT, p.y);
    vec3 c = mix(horizon.rgb, zenith.rgb, pow(clamp(v, 0., 1.), .52));
    float d = p.x - light_from.x;
    float lobe = .34 + .66 * exp(-d * d * .55);
    // Gold lies low, rose above it.
    c += glow.rgb * vec3(1.05, 1.12, .80) * exp(-v * 10.) * lobe;
    c += glow.rgb * vec3(.62, .40, .58) * (.55 * exp(-v * 4.2) * lobe + .26 * exp(-v * 2.0) * exp(-d * d * .9));
    // the galaxy
    vec2 q = mat2(.80, .60, -.60, .80) * (vec2(p.x * .5, v * .73) - vec2(.22, .40));
    float neb = sky_is.y;
    float n = fbm(q * vec2(2.2, 3.2) + vec2(.004 * CLOCK, 0));
    if (neb > .01) {
        float n2 = fbm(q * 5.3 + n * 1.7 + 7.), n3 = fbm(q * vec2(3., 9.) + n2 * .9 + 2.);
        float band = exp(-pow((q.y + .10 * (n - .5)) / .135, 2.));
        float core = exp(-pow((q.y + .05 * (n2 - .5)) / .055, 2.)) * smoothstep(.9, .1, abs(q.x + .15));
        float lane = smoothstep(.40, .62, n3) * exp(-pow((q.y - .012) / .07, 2.));
        vec3 cool = zenith.rgb * 2.2 + vec3(.006, .005, .010);
        vec3 m = cool * band * (.25 + 1.5 * n2 * n2);
        m += vec3(.046, .037, .038) * core * n2 * (.55 + 1.1 * smoothstep(.35, .75, n3));
        m += cool * 1.1 * band * n3 * n3 * n3 + accent.rgb * .05 * band * smoothstep(.5, .8, fbm3(q * 3.1 + 21.));
        c += neb * m * (1. - .80 * lane) * smoothstep(.0, .34, v);
    }
    // veils: streaks that converge at the horizon
    float cl = sky_is.x;
    if (cl > .01) {
        vec2 s = vec2(p.x + .9, 1.) / (v + .22);
        float f = fbm(vec2(s.x * .55 - .010 * CLOCK, s.y * 1.35) + .8 * n);
        float body_ = smoothstep(.62 - .30 * cl, .92 - .18 * cl, f);
        vec3 lit = mix(horizon.rgb * 1.5 + zenith.rgb, glow.rgb * .85 + horizon.rgb, exp(-v * 2.1) * lobe);
        c = mix(c, lit * (.45 + .85 * f), body_ * cl * .75 * smoothstep(.0, .10, v));
    }
    o = vec4(max(c, 0.), 1.);
}
