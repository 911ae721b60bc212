#include "BuiltInData.h"

// `#embed` is C23; clang offers it earlier and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t china_customs_observations_bytes[] = {
#embed "china-customs/observations.txt"
};
EmbeddedTable china_customs_observations(void) {
  return (EmbeddedTable){china_customs_observations_bytes, sizeof china_customs_observations_bytes};
}

static const uint8_t china_customs_sources_bytes[] = {
#embed "china-customs/sources.txt"
};
EmbeddedTable china_customs_sources(void) {
  return (EmbeddedTable){china_customs_sources_bytes, sizeof china_customs_sources_bytes};
}

static const uint8_t china_customs_indicators_bytes[] = {
#embed "china-customs/indicators.txt"
};
EmbeddedTable china_customs_indicators(void) {
  return (EmbeddedTable){china_customs_indicators_bytes, sizeof china_customs_indicators_bytes};
}

static const uint8_t china_customs_events_bytes[] = {
#embed "china-customs/events.txt"
};
EmbeddedTable china_customs_events(void) {
  return (EmbeddedTable){china_customs_events_bytes, sizeof china_customs_events_bytes};
}

static const uint8_t china_customs_releases_bytes[] = {
#embed "china-customs/releases.txt"
};
EmbeddedTable china_customs_releases(void) {
  return (EmbeddedTable){china_customs_releases_bytes, sizeof china_customs_releases_bytes};
}

static const uint8_t place_countries_bytes[] = {
#embed "places/countries.txt"
};
EmbeddedTable place_countries(void) {
  return (EmbeddedTable){place_countries_bytes, sizeof place_countries_bytes};
}

static const uint8_t place_groups_bytes[] = {
#embed "places/groups.txt"
};
EmbeddedTable place_groups(void) {
  return (EmbeddedTable){place_groups_bytes, sizeof place_groups_bytes};
}

static const uint8_t product_names_bytes[] = {
#embed "products/products.txt"
};
EmbeddedTable product_names(void) {
  return (EmbeddedTable){product_names_bytes, sizeof product_names_bytes};
}
