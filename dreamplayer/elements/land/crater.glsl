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
    // Each cell is a gem of five facets: those that look towards the core take its light.
    float own = hash(id), sector = floor((atan(to.y, to.x) / 6.28319 + own) * 5.), way = ((sector + .5) / 5. - own) * 6.28319;
    float facing = .5 - .5 * dot(vec2(cos(way), sin(way)), -q / (r + .06));
    float face = (.18 + .82 * facing * facing) * (.55 + .45 * hash(id + sector + 3.));
    float core = exp(-r * r * 5.), wide = exp(-r * r * 1.7), wave = .5 + .5 * sin(t * 1.25 - r * 3.0);
    float live = (1. - .42 * beat) + .52 * beat * wave + .28 * mend;
    vec3 warm = inner * mix(vec3(1.), vec3(1.05, .62, .62), smoothstep(.15, .8, r));
    vec3 k = glass * (.25 + 1.5 * face) * (.30 + .70 * hash(id + 7.)) * (1.05 - .72 * r * r);
    k += warm * face * (1.25 * core + .42 * wide) * live * (.45 + .55 * hash(id + 11.));
    k += inner * core * core * .55 * live;
    float open = mix(.05, 1., crack) * smoothstep(.35, .60, .55 * fbm3(q * 2.2 + 5.) + .45 * (1. - r) + .35 * crack);
    float seam = exp(-pow(edge / (.022 + .026 * crack), 2.)), near = exp(-edge / .10);
    k *= 1. - (.30 + .45 * crack) * near * (1. - mend);
    k += warm * (seam * 1.0 + near * .16) * open * (.35 + .65 * wide) * live * (1. - .4 * mend);
    k += warm * mend * seam * (.30 + .55 * wide) * smoothstep(1.15, .2, r);
    k *= 1. - .55 * smoothstep(.72, 1., r);
    float wall = smoothstep(1.03, .97, flat_);
    float lip = exp(-pow((flat_ - 1.02) / .045, 2.)) * (.4 + .9 * fbm3(q * 6.));
    float spill = exp(-max(flat_ - 1., 0.) * 2.6) * step(1., flat_);
    vec3 outside = inner * spill * .10 * (.5 + fbm3(q * 5.)) + inner * lip * .12;
    float alpha = wall;
    vec3 col = k * wall + outside * (1. - wall);
    return vec4(mix(col, haze(p.x) * alpha, .5 * fog(gz)) * opacity, alpha * opacity);
}
