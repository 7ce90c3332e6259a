// A bowl of crystal sunk in the ground: cells of dark glass, seams with light in them, a core that beats.
uniform float t, opacity, x, z, radius, deep, crack, mend, beat;
uniform vec3 inner, glass;
vec2 spot(vec2 c) { return vec2(hash(c), hash(c + 17.3)); }
vec4 paint(vec2 p) {
    float dx = p.x / FOCAL, dy = min((p.y - HORIZON) / FOCAL, -.002);
    float gz = -EYE / dy;
    float flat_ = length(vec2(camera.w + gz * dx - x, gz - z)) / radius;
    float A = deep / (radius * radius), cx = camera.w - x;
    float a = A * (dx * dx + 1.), b = 2. * A * (dx * cx - z) - dy, c = A * (cx * cx + z * z) - deep - EYE;
    float disc_ = max(b * b - 4. * a * c, 0.), s = (-b + sqrt(disc_)) / (2. * a);
    vec2 q = vec2(camera.w + s * dx - x, s - z) / radius;
    float r = length(q);
    vec2 w = q * 3.4 + .55 * (vec2(fbm3(q * 2.1 + 3.), fbm3(q * 2.1 + 11.)) - .45);
    vec2 cell = floor(w), f = fract(w);
    float d1 = 9., d2 = 9.; vec2 id = vec2(0.), to = vec2(0.);
    for (int j = -1; j <= 1; j++) for (int i = -1; i <= 1; i++) {
        vec2 g = vec2(float(i), float(j)), o_ = spot(cell + g) * .8 + .1, v = g + o_ - f;
        float d = dot(v, v);
        if (d < d1) { d2 = d1; d1 = d; id = cell + g; to = v; } else if (d < d2) d2 = d;
    }
    float edge = sqrt(d2) - sqrt(d1);
    float face = .5 + .5 * sin(floor(atan(to.y, to.x) * .95493 + hash(id) * 6.) * 2.4 + hash(id + 3.) * 6.283);
    float core = exp(-r * r * 5.5), wave = .5 + .5 * sin(t * 1.25 - r * 3.0);
    float lit = core * (.42 + .75 * face) * (.55 + .45 * beat * wave + .5 * mend);
    vec3 k = glass * (.12 + .62 * face * face) * (.20 + .80 * hash(id + 7.)) * (.6 + .8 * r) + inner * lit * .55;
    float open = mix(.06, 1., crack) * smoothstep(.35, .60, .55 * fbm3(q * 2.2 + 5.) + .45 * (1. - r) + .35 * crack);
    float seam = exp(-pow(edge / (.030 + .020 * crack), 2.)), near = exp(-edge / .12);
    k *= 1. - .55 * near * (1. - mend);
    k += inner * (seam * 1.05 + near * .20) * open * (.45 + .55 * core) * (.65 + .55 * beat * wave) * (1. - .4 * mend);
    k += inner * mend * (.12 * face * core + .35 * seam * smoothstep(1.1, .2, r));
    k += rim.rgb * .05 * face * smoothstep(.4, 1., r) * step(0., q.y);
    float wall = smoothstep(1.03, .97, flat_);
    float lip = exp(-pow((flat_ - 1.02) / .045, 2.)) * (.4 + .9 * fbm3(q * 6.));
    float spill = exp(-max(flat_ - 1., 0.) * 2.6) * step(1., flat_);
    vec3 outside = inner * spill * .10 * (.5 + fbm3(q * 5.)) + inner * lip * .12;
    float alpha = wall;
    vec3 col = k * wall + outside * (1. - wall);
    return vec4(mix(col, haze(p.x) * alpha, .5 * fog(gz)) * opacity, alpha * opacity);
}
