#include "Native.h"
