// A layer drawn over several pictures, laid down whole.
out vec4 o;
uniform sampler2D source;
void main() { o = texelFetch(source, ivec2(gl_FragCoord.xy), 0); }
