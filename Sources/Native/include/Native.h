#pragma once
#include "native_crypto.h"
#include "native_curl.h"
