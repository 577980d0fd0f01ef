#include <stdio.h>

unsigned degrees(void);

int main(void) {
    printf("%u\n", degrees());
    return 0;
}
