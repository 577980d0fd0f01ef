#include <stdio.h>

unsigned degrees(void);

/* The toolchain's own `alloc` was compiled to unwind and names this function. Here nothing unwinds. */
void rust_eh_personality(void) {}

int main(void) {
    printf("%u\n", degrees());
    return 0;
}
