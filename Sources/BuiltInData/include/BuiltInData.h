#ifndef BUILT_IN_DATA_H
#define BUILT_IN_DATA_H

#include <stddef.h>
#include <stdint.h>

/// A table that is part of the program: lines of fields that tabs separate.
typedef struct {
  const uint8_t *_Nonnull start;
  size_t count;
} EmbeddedTable;

EmbeddedTable china_customs_observations(void);
EmbeddedTable china_customs_sources(void);
EmbeddedTable china_customs_indicators(void);
EmbeddedTable china_customs_events(void);
EmbeddedTable china_customs_releases(void);
EmbeddedTable place_countries(void);
EmbeddedTable place_groups(void);
EmbeddedTable product_names(void);

#endif
