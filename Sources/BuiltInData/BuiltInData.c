#include "BuiltInData.h"
