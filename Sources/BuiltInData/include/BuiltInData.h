#ifndef BUILT_IN_DATA_H
#define BUILT_IN_DATA_H
#endif
