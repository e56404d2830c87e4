#pragma once
#include "native_curl.h"
